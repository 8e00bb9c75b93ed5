package app.rules;

interface Names {
  String DISCOUNT = "total > 100 ? 10 : 0";
}
