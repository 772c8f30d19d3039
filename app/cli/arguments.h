#pragma once
// What each command was asked to do: plain values, filled in by command_line.cpp.

#include <cstdint>
#include <string>
#include <vector>

namespace confronta::app {

struct ImportArguments {
  std::vector<std::string> files;
  std::string source;
  std::string mapping;
  bool dry_run = false;
};

struct ShowArguments {
  std::string id;
  bool all_versions = false;
};

struct QuarantineArguments {
  bool retry = false;
  bool resolved_too = false;
};

struct MatchArguments {
  int threads = 0;
  std::uint32_t keep = 50;
  double floor_log10 = 2;
  std::vector<std::string> left_out;
  std::vector<std::string> settings;       // NAME=VALUE
  std::vector<std::string> allele_tables;  // names of tables that ship, and files
  bool new_reference = false;
};

struct CandidatesArguments {
  std::string report;
  std::string remains;
  std::uint32_t top = 10;
  double threshold = 4;  // log10 LR of the expected chance hits that are shown
};

struct ExplainArguments {
  std::string left;
  std::string right;
  std::string relation;  // "" = by the kinds of the two
};

struct ClustersArguments {
  std::uint32_t top = 20;
  std::uint32_t number = 0;   // only this one
  std::string export_format;  // graphml, dot, csv, json; "" = none
};

struct DecisionsArguments {
  std::string state;  // only pairs that stand so; "" = all
};

struct ReportArguments {
  std::string out = "confronta.html";
  std::uint32_t top = 50;
};

struct SimulateArguments {
  int states = 3;
  std::uint32_t reports = 5000;
  std::uint32_t remains = 3000;
  std::uint64_t seed = 1;
  bool no_names = false;
  bool dna = false;
  std::string out;
};

struct EvaluateArguments {
  std::string truth;
  std::string world;  // folder of simulate, for its strata and its oracle
  std::string svg;    // folder for the drawings
  bool leave_one_out = false;
  std::uint32_t bootstrap = 200;
  int threads = 0;
};

struct KinshipArguments {
  std::string file;
  std::string frequencies;  // folder of the tables that cases name
  std::string population;   // a table that ships with the program; "" = the case's
};

struct LineageArguments {
  std::string file;
};

struct DviArguments {
  std::string file;
  std::string population;  // a table that ships with the program; "" = the file's
};

struct ReviewArguments {
  std::uint16_t port = 8417;  // nobody's, by the IANA list
  bool no_open = false;
  std::string origin;  // of a proxy before the server
};

struct ReviewerArguments {
  std::string action;  // add, list, disable, password, token
  std::string name;
  std::string role = "reviewer";
};

struct PowerArguments {
  std::string who;  // a family or a report; "" = all families
  bool all = false;
  double threshold = 4;  // log10 LR
  std::uint32_t simulations = 2000;
  std::uint64_t seed = 1;
  std::uint32_t top = 20;
  int threads = 0;
};

struct MappingsArguments {
  std::string show;
  std::string suggest;  // a file whose layout is new
};

}  // namespace confronta::app
