#include "app/imports/import_source.h"

namespace confronta::app {

ImportHeader import_header(const importers::FileFacts& facts, const std::string& instant) {
  ImportHeader header;
  header.path = facts.path;
  header.file_digest = facts.file_digest;
  header.source = facts.source;
  header.mapping = facts.mapping;
  header.mapping_text = facts.mapping_text;
  header.format = facts.format;
  header.full_list = facts.full_list;
  header.normaliser_version = importers::normaliser_version;
  header.instant = instant;
  return header;
}

importers::RetryBatch batch_of_file(const QuarantinedRow& row) {
  importers::RetryBatch batch;
  batch.facts.path = row.file;
  batch.facts.mapping = row.mapping;
  batch.facts.mapping_text = row.mapping_text;
  batch.facts.source = row.source;
  batch.facts.format = row.format;
  batch.facts.file_digest = row.file_digest;
  batch.columns = row.columns;
  return batch;
}

}  // namespace confronta::app
