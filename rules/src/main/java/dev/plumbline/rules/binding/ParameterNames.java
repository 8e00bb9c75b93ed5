package dev.plumbline.rules.binding;

import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.plumbline.rules.binding.QueryText.Letter;
import dev.plumbline.rules.binding.QueryText.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names for the parameters of one query, after what is bound. */
final class ParameterNames {

  private static final Pattern NAME = Pattern.compile(":([A-Za-z_][A-Za-z0-9_]*)");

  private static final Pattern FIT = Pattern.compile("[a-z][A-Za-z0-9_]*");

  /** Words of the language, which not every version takes as a name. */
  private static final Set<String> WORDS =
      Set.of(
          "select",
          "from",
          "where",
          "order",
          "group",
          "by",
          "in",
          "like",
          "and",
          "or",
          "not",
          "null",
          "key",
          "value",
          "type",
          "index",
          "size",
          "set",
          "update",
          "delete",
          "member",
          "of",
          "all",
          "any",
          "some",
          "end",
          "case",
          "when",
          "then",
          "else",
          "join",
          "on",
          "as",
          "function",
          "object",
          "class",
          "entry",
          "exists",
          "between",
          "distinct",
          "having",
          "is");

  private final Set<String> taken = new HashSet<>();

  ParameterNames(QueryText text) {
    StringBuilder all = new StringBuilder();
    for (Piece piece : text.pieces()) {
      if (!piece.isOpen()) {
        for (Letter letter : piece.letters()) {
          all.append(letter.value());
        }
      }
    }
    Matcher matcher = NAME.matcher(all);
    while (matcher.find()) {
      taken.add(matcher.group(1));
    }
  }

  /** A name for the value that is made of {@code parts}. */
  String next(List<Piece> parts) {
    String wish =
        parts.stream().filter(Piece::isOpen).findFirst().map(each -> wish(each.node())).orElse("");
    String base = !FIT.matcher(wish).matches() || WORDS.contains(wish) ? wished(wish) : wish;
    String name = base;
    for (int i = 2; !taken.add(name); i++) {
      name = base + i;
    }
    return name;
  }

  private static String wished(String wish) {
    return WORDS.contains(wish) ? wish + "Value" : "parameter";
  }

  private static String wish(Expression node) {
    if (node instanceof EnclosedExpr enclosed) {
      return wish(enclosed.getInner());
    }
    if (node instanceof NameExpr name) {
      return name.getNameAsString();
    }
    if (node instanceof FieldAccessExpr field) {
      return field.getNameAsString();
    }
    if (node instanceof MethodCallExpr call) {
      if (call.getArguments().size() == 1
          && call.getArgument(0) instanceof StringLiteralExpr literal) {
        return literal.getValue();
      }
      String name = call.getNameAsString();
      if (name.length() > 3 && name.startsWith("get")) {
        return name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
      }
      boolean accessor = call.getArguments().isEmpty() && call.getScope().isPresent();
      return accessor && !name.equals("trim") && !name.equals("toString")
          ? name
          : call.getScope().map(ParameterNames::wish).orElse("");
    }
    return "";
  }
}
