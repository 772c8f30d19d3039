#pragma once
// One cell in an unknown encoding -> UTF-8. Press lists and merged spreadsheets hold cells that
// were written on different machines, so that a file as a whole has no encoding.

#include <string>
#include <string_view>

namespace confronta::importers {

/// The text of a cell. Well-formed UTF-8 stays as it is. Else the bytes are read as Windows-1252
/// and as Mac Roman, each once throughout and once with the well-formed UTF-8 sequences kept, and
/// the most plausible Spanish wins; of equals the first in that order. No byte is dropped.
std::string to_utf8(std::string_view bytes);

/// How plausible a text is as Spanish; only characters outside ASCII count. Accented letters that
/// agree in case with their word, marks at the beginning of a word and ordinals after a digit add;
/// symbols inside words, controls and letters of other languages take away.
int plausibility(std::u32string_view text);

}  // namespace confronta::importers
