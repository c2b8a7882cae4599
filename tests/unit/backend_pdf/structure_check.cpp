#include "unit/backend_pdf/structure_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace resumec::testing {

namespace {

using Json = nlohmann::json;

class Checker {
 public:
  explicit Checker(PdfObjects const& objects) : objects_{objects}, pages_(objects.pages()) {}

  std::vector<std::string> run() {
    auto const& catalog = objects_.catalog();
    if (!catalog.contains("/StructTreeRoot")) return {"there is no structure tree"};
    root_ = catalog.at("/StructTreeRoot");
    read_parent_tree(objects_.resolve(objects_.resolve(root_).at("/ParentTree")));
    walk(objects_.resolve(root_).at("/K"), root_);
    check_pages();
    for (auto const& [key, value] : parents_) {
      if (!used_keys_.contains(key)) say("the ParentTree has key {} that nothing uses", key);
    }
    if (parents_.empty() ? false : objects_.resolve(root_).at("/ParentTreeNextKey").get<int>() <= parents_.rbegin()->first) {
      say("ParentTreeNextKey is not the next key");
    }
    return problems_;
  }

 private:
  template <class... Args>
  void say(fmt::format_string<Args...> format, Args&&... args) {
    problems_.push_back(fmt::format(format, std::forward<Args>(args)...));
  }

  void read_parent_tree(Json const& node) {
    for (auto const& kid : node.value("/Kids", Json::array())) {
      auto const& leaf = objects_.resolve(kid);
      auto const before = parents_.size();
      read_parent_tree(leaf);
      if (leaf.at("/Limits").at(0) != leaf.at("/Nums").at(0)) say("a leaf's limits are wrong");
      if (parents_.size() - before != leaf.at("/Nums").size() / 2) say("the ParentTree has a key twice");
    }
    auto const numbers = node.value("/Nums", Json::array());
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2) {
      int const key = numbers.at(i).get<int>();
      if (!parents_.empty() && parents_.rbegin()->first >= key) say("the ParentTree is not sorted at {}", key);
      parents_[key] = numbers.at(i + 1);
    }
  }

  void walk(Json const& reference, Json const& parent) {
    auto const& element = objects_.resolve(reference);
    if (element.at("/P") != parent) say("{} does not name its parent", reference.dump());
    if (!seen_.insert(reference.get<std::string>()).second) say("{} is in the tree twice", reference.dump());
    check_type(element, objects_.resolve(parent));
    auto const kids = element.value("/K", Json::array());
    for (auto const& kid : kids.is_array() ? kids : Json::array({kids})) {
      if (kid.is_number()) {
        claim(reference, element.at("/Pg"), kid.get<int>());
      } else if (kid.is_object() && kid.value("/Type", "") == "/MCR") {
        claim(reference, kid.at("/Pg"), kid.at("/MCID").get<int>());
      } else if (kid.is_object() && kid.value("/Type", "") == "/OBJR") {
        auto const& annotation = objects_.resolve(kid.at("/Obj"));
        int const key = annotation.value("/StructParent", -1);
        used_keys_.insert(key);
        if (!parents_.contains(key) || parents_.at(key) != reference) say("annotation {} is not the ParentTree's", kid.dump());
        if (!annotation.contains("/Contents")) say("annotation {} has no Contents", kid.dump());
        referenced_annotations_.insert(kid.at("/Obj").get<std::string>());
      } else {
        walk(kid, reference);
      }
    }
  }

  void check_type(Json const& element, Json const& parent) {
    static std::set<std::string> const standard{"/Document", "/Sect", "/H1",        "/H2",   "/H3",     "/H4",        "/H5",
                                                "/H6",       "/P",    "/L",         "/LI",   "/Lbl",    "/LBody",     "/Link",
                                                "/Note",     "/Span", "/Reference", "/Code", "/Figure", "/BlockQuote"};
    auto const type = element.at("/S").get<std::string>();
    auto const above = parent.value("/S", std::string{"root"});
    if (!standard.contains(type)) say("{} is no standard type", type);
    if ((type == "/LI") != (above == "/L")) say("{} is in {}", type, above);
    if ((type == "/Lbl" || type == "/LBody") && above != "/LI") say("{} is in {}", type, above);
    if (type == "/Figure" && !element.contains("/Alt")) say("a Figure has no Alt");
    if (type == "/Note" && !notes_.insert(element.value("/ID", std::string{})).second) say("two Notes share an ID");
    if (!element.contains("/K")) say("{} is empty", type);
  }

  void claim(Json const& element, Json const& page, int mcid) {
    auto const key = objects_.resolve(page).at("/StructParents").get<int>();
    used_keys_.insert(key);
    if (!claimed_.insert({key, mcid}).second) say("MCID {} of page {} belongs to two elements", mcid, key);
    if (!parents_.contains(key) || parents_.at(key).at(static_cast<std::size_t>(mcid)) != element) {
      say("MCID {} of page {} is another element's in the ParentTree", mcid, key);
    }
  }

  void check_pages() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      auto const& page = objects_.resolve(pages_[i]);
      int const key = page.at("/StructParents").get<int>();
      used_keys_.insert(key);
      if (page.value("/Tabs", "") != "/S") say("page {} has no Tabs", i);
      auto const content = objects_.content(i);
      int next = 0;
      constexpr std::string_view mark = "<</MCID ";
      for (auto at = content.find(mark); at != std::string::npos; at = content.find(mark, at + 1), ++next) {
        auto const slash = content.rfind('/', at);
        auto const tag = content.substr(slash, at - slash);
        int const mcid = std::stoi(content.substr(at + mark.size()));
        if (mcid != next) say("MCID {} of page {} is out of turn", mcid, i);
        if (!claimed_.contains({key, next})) say("MCID {} of page {} belongs to no element", next, i);
        auto const type = objects_.resolve(parents_.at(key).at(static_cast<std::size_t>(next))).at("/S").get<std::string>();
        if (type != tag && tag != "/Link") say("MCID {} of page {} is marked {}, not {}", next, i, tag, type);
      }
      if (parents_.contains(key) && static_cast<int>(parents_.at(key).size()) != next) say("page {} lacks marked content", i);
      for (auto const& annotation : page.value("/Annots", Json::array())) {
        if (!referenced_annotations_.contains(annotation.get<std::string>())) say("an annotation of page {} is in no element", i);
      }
    }
  }

  PdfObjects const& objects_;
  std::vector<Json> pages_;
  Json root_;
  std::map<int, Json> parents_;
  std::set<int> used_keys_;
  std::set<std::string> seen_, referenced_annotations_, notes_;
  std::set<std::pair<int, int>> claimed_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> structure_problems(PdfObjects const& objects) { return Checker{objects}.run(); }

std::string structure_outline(PdfObjects const& objects) {
  std::function<std::string(Json const&)> const print = [&](Json const& reference) {
    auto const& element = objects.resolve(reference);
    std::string inner;
    auto const kids = element.value("/K", Json::array());
    for (auto const& kid : kids.is_array() ? kids : Json::array({kids})) {
      if (!kid.is_string()) continue;
      if (!inner.empty()) inner += ' ';
      inner += print(kid);
    }
    auto const type = element.at("/S").get<std::string>().substr(1);
    return inner.empty() ? type : type + "(" + inner + ")";
  };
  return print(objects.resolve(objects.catalog().at("/StructTreeRoot")).at("/K"));
}

}  // namespace resumec::testing
