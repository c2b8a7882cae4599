// What a `Doc` holds: private to this folder, shared by doc.cpp and writer.cpp.
#pragma once

#include "backend/pdf/haru/doc.hpp"

#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <vector>

namespace resumec::backend::pdf::haru {

struct StreamData {
  HPDF_Dict dict = nullptr;
  std::string data;
  Filter filter = Filter::Flate;
  std::shared_ptr<Packed const> packed{};  ///< in place of `data`
};

struct Doc::State {
  HPDF_Doc pdf = nullptr;
  std::vector<StreamData> streams;  ///< in order of creation; libharu's own buffers stay empty until a classic save
  base::Digest id{};
  std::string error;  ///< of the first call that failed
  bool usable() const { return pdf && error.empty(); }
};

}  // namespace resumec::backend::pdf::haru
