// The two units of typesetting. Shaping and line breaking happen in `Em`, so that a font size can change
// without shaping again; positions on a page are `Length`. Both are exact integers, so that every decision
// is the same on every machine.
#pragma once

#include <compare>
#include <cstdint>

namespace resumec::base {

/// A fraction of the font size: 32-bit signed 16.16 fixed point. Also used for plain ratios.
class Em {
 public:
  static constexpr std::int32_t one = 65536;

  constexpr Em() = default;
  static constexpr Em raw(std::int32_t value) { return Em{value}; }
  /// `numerator / denominator`, rounded to nearest, ties away from zero.
  static constexpr Em ratio(std::int64_t numerator, std::int64_t denominator);
  /// Thousandths: `Em::milli(250)` is a quarter.
  static constexpr Em milli(std::int32_t thousandths) { return ratio(thousandths, 1000); }

  constexpr std::int32_t raw() const { return raw_; }

  friend constexpr auto operator<=>(Em, Em) = default;
  friend constexpr Em operator+(Em a, Em b) { return Em{a.raw_ + b.raw_}; }
  friend constexpr Em operator-(Em a, Em b) { return Em{a.raw_ - b.raw_}; }
  friend constexpr Em operator-(Em a) { return Em{-a.raw_}; }
  constexpr Em& operator+=(Em b) {
    raw_ += b.raw_;
    return *this;
  }
  constexpr Em& operator-=(Em b) {
    raw_ -= b.raw_;
    return *this;
  }
  friend constexpr Em operator*(Em a, std::int32_t n) { return Em{a.raw_ * n}; }
  /// Product of two ratios, rounded to nearest.
  friend constexpr Em operator*(Em a, Em b) { return raw_product(a.raw_, b.raw_); }

 private:
  constexpr explicit Em(std::int32_t value) : raw_{value} {}
  static constexpr Em raw_product(std::int64_t a, std::int64_t b);
  std::int32_t raw_ = 0;
};

/// A length on the page: a 64-bit count of 1/65,536 pt (1 pt = 1/72 inch).
class Length {
 public:
  static constexpr std::int64_t point = 65536;

  constexpr Length() = default;
  static constexpr Length raw(std::int64_t value) { return Length{value}; }
  static constexpr Length pt(std::int64_t points) { return Length{points * point}; }
  /// Thousandths of a point.
  static constexpr Length milli_pt(std::int64_t thousandths) { return Length{divide(thousandths * point, 1000)}; }
  /// Micrometres: 1 mm = 1000. Exact to the unit: 1 mm = 72/25.4 pt.
  static constexpr Length micrometres(std::int64_t um) { return Length{divide(um * point * 72, 25400)}; }

  constexpr std::int64_t raw() const { return raw_; }

  friend constexpr auto operator<=>(Length, Length) = default;
  friend constexpr Length operator+(Length a, Length b) { return Length{a.raw_ + b.raw_}; }
  friend constexpr Length operator-(Length a, Length b) { return Length{a.raw_ - b.raw_}; }
  friend constexpr Length operator-(Length a) { return Length{-a.raw_}; }
  constexpr Length& operator+=(Length b) {
    raw_ += b.raw_;
    return *this;
  }
  constexpr Length& operator-=(Length b) {
    raw_ -= b.raw_;
    return *this;
  }
  friend constexpr Length operator*(Length a, std::int64_t n) { return Length{a.raw_ * n}; }
  friend constexpr Length operator/(Length a, std::int64_t n) { return Length{divide(a.raw_, n)}; }

  /// Division rounded to nearest, ties away from zero. `denominator` is not zero.
  static constexpr std::int64_t divide(std::int64_t numerator, std::int64_t denominator) {
    if (denominator < 0) {
      numerator = -numerator;
      denominator = -denominator;
    }
    std::int64_t const half = denominator / 2;
    return numerator >= 0 ? (numerator + half) / denominator : -((-numerator + half) / denominator);
  }

 private:
  constexpr explicit Length(std::int64_t value) : raw_{value} {}
  std::int64_t raw_ = 0;
};

constexpr Em Em::ratio(std::int64_t numerator, std::int64_t denominator) {
  return Em{static_cast<std::int32_t>(Length::divide(numerator * one, denominator))};
}

constexpr Em Em::raw_product(std::int64_t a, std::int64_t b) { return Em{static_cast<std::int32_t>(Length::divide(a * b, one))}; }

/// A fraction of a font size, at that size: rounded to nearest.
constexpr Length at(Em fraction, Length size) {
  return Length::raw(Length::divide(static_cast<std::int64_t>(fraction.raw()) * size.raw(), Em::one));
}
/// A length as a fraction of a font size: rounded to nearest. `size` is not zero.
constexpr Em relative(Length length, Length size) { return Em::ratio(length.raw(), size.raw()); }

struct Point {
  Length x, y;
  friend constexpr bool operator==(Point const&, Point const&) = default;
};
struct Size {
  Length width, height;
  friend constexpr bool operator==(Size const&, Size const&) = default;
};
/// `origin` is the top left corner; y grows downwards.
struct Rect {
  Point origin;
  Size size;
  friend constexpr bool operator==(Rect const&, Rect const&) = default;
};

}  // namespace resumec::base
