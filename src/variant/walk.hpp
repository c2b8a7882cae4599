// Every text and every list of citations of a résumé: the one walk that choosing a language and dropping citations share.
#pragma once

#include "model/resume.hpp"

#include <variant>
#include <vector>

namespace resumec::variant {

template <class OnText, class OnRich, class OnCites>
class Walk {
 public:
  Walk(OnText on_text, OnRich on_rich, OnCites on_cites) : text_{on_text}, rich_{on_rich}, cites_{on_cites} {}

  void resume(model::Resume& resume) {
    texts(resume.header.headline);
    texts(resume.header.nationality);
    text_(resume.header.location.text);
    for (model::Contact& contact : resume.header.contacts) {
      text_(contact.label);
      text_(contact.place.text);
    }
    for (model::Section& section : resume.sections) {
      text_(section.title);
      text_(section.legend);
      rich_(section.intro);
      wordings(section.attributes);
      entries(section.entries);
    }
  }

 private:
  void texts(std::vector<model::Text>& values) {
    for (model::Text& value : values) text_(value);
  }
  void wordings(model::Attributes& attributes) {
    rich_(attributes.short_wording);
    for (model::Wording& wording : attributes.wordings) rich_(wording.text);
  }
  void points(std::vector<model::Point>& values) {
    for (model::Point& point : values) {
      rich_(point.text);
      wordings(point.attributes);
      cites_(point.cites);
      points(point.points);
    }
  }
  void entries(std::vector<model::Entry>& values) {
    for (model::Entry& entry : values) {
      for (model::Text* text : {&entry.title, &entry.org, &entry.role, &entry.department, &entry.about, &entry.place.text}) text_(*text);
      for (model::RichText* text : {&entry.text, &entry.note, &entry.abstract}) rich_(*text);
      for (model::Link& link : entry.links) text_(link.label);
      wordings(entry.attributes);
      texts(entry.keywords);
      points(entry.points);
      cites_(entry.cites);
      std::visit([this](auto& detail) { this->visit(detail); }, entry.detail);
      entries(entry.entries);
    }
  }
  void visit(std::monostate) {}
  void visit(model::EducationDetail& detail) {
    for (model::Text* text : {&detail.degree, &detail.field, &detail.minor, &detail.thesis, &detail.score}) text_(*text);
    texts(detail.honours);
    texts(detail.advisors);
    points(detail.courses);
  }
  void visit(model::PublicationDetail& detail) {
    for (model::Text* text : {&detail.venue, &detail.publisher, &detail.status, &detail.award}) text_(*text);
  }
  void visit(model::TalkDetail& detail) { text_(detail.event); }
  void visit(model::AwardDetail& detail) { text_(detail.amount); }
  void visit(model::CertificateDetail&) {}
  void visit(model::SkillsDetail& detail) {
    text_(detail.level.text);
    for (model::SkillItem& item : detail.items) {
      text_(item.name);
      wordings(item.attributes);
      text_(item.level.text);
      texts(item.keywords);
    }
  }
  void visit(model::LanguageDetail& detail) { text_(detail.level.text); }
  void visit(model::ReferenceDetail& detail) {
    text_(detail.relation);
    rich_(detail.quote);
  }

  OnText text_;
  OnRich rich_;
  OnCites cites_;
};

}  // namespace resumec::variant
