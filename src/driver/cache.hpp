// What an engine remembers of earlier documents: values by the digest of everything that they were made from.
#pragma once

#include "base/hash.hpp"

#include <cstddef>
#include <deque>
#include <memory>
#include <utility>

namespace resumec::driver {

/// The last values made, the oldest of which go first. A value that is handed out lives as long as somebody holds it.
template <class Value>
class Cache {
 public:
  explicit Cache(std::size_t most) : most_{most} {}

  std::shared_ptr<Value const> find(base::Digest const& key) const {
    for (auto const& [known, value] : values_) {
      if (known == key) return value;
    }
    return nullptr;
  }
  std::shared_ptr<Value const> keep(base::Digest const& key, Value value) {
    if (values_.size() == most_) values_.pop_front();
    return values_.emplace_back(key, std::make_shared<Value const>(std::move(value))).second;
  }

 private:
  std::size_t most_;
  std::deque<std::pair<base::Digest, std::shared_ptr<Value const>>> values_;
};

}  // namespace resumec::driver
