package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.ir.AnnotationUse;
import dev.plumbline.analyzer.ir.Block;
import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.ir.Operands;
import dev.plumbline.analyzer.ir.Operator;
import dev.plumbline.analyzer.ir.Variable;
import dev.plumbline.analyzer.library.Access;
import dev.plumbline.analyzer.library.AnnotationModel;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.library.MethodRole;
import dev.plumbline.analyzer.library.SinkKind;
import dev.plumbline.analyzer.program.CallTarget;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.Members;
import dev.plumbline.analyzer.program.MetaAnnotations;
import dev.plumbline.analyzer.program.MethodInfo;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.program.TypeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which calls read from and write to the database: by the library data, and by the workspace's own
 * repositories (interfaces below Spring Data's, MyBatis mappers by annotation, by base type or by
 * their XML file).
 */
public final class DataAccess {

  private static final Pattern READING =
      Pattern.compile(
          "(find|get|read|query|search|stream|count|exists|select|list|load|fetch|page|is|has|check"
              + "|lookup|sum|max|min)([A-Z0-9_].*)?");
  private static final Pattern WRITING =
      Pattern.compile(
          "(save|insert|update|delete|remove|add|batch|create|set|clear|reset|increase|decrease"
              + "|increment|decrement|modify|upsert|merge|replace|release|lock)([A-Z0-9_].*)?");

  private final Program program;
  private final Library library;
  private final AnnotationRoles annotationRoles;
  private final Map<TypeInfo, Boolean> repositories = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Access>> mapperStatements = new HashMap<>();

  DataAccess(Program program, Library library, List<MapperXml> mappers) {
    this.program = program;
    this.library = library;
    this.annotationRoles = new AnnotationRoles(program, library);
    for (MapperXml mapper : mappers) {
      Map<String, Access> statements =
          mapperStatements.computeIfAbsent(mapper.namespace(), key -> new HashMap<>());
      for (MapperXml.Statement statement : mapper.statements()) {
        statements.put(
            statement.id(), statement.kind().equals("select") ? Access.READ : Access.WRITE);
      }
    }
  }

  /**
   * The queries that stand in {@code body} itself, lambdas not included, in code order.
   *
   * @param where the blocks to look at: types are worked out only for calls in them
   */
  public List<QueryCall> in(CodeBody body, Predicate<Block> where) {
    List<QueryCall> calls = new ArrayList<>();
    for (Block block : body.body().blocks()) {
      boolean wanted = where.test(block);
      for (Instruction instruction : block.instructions()) {
        // A method reference is called wherever it is handed to.
        if (instruction instanceof Instruction.MethodReference
            || wanted && instruction instanceof Instruction.Call) {
          query(body, instruction).ifPresent(calls::add);
        }
      }
    }
    return calls;
  }

  private Optional<QueryCall> query(CodeBody body, Instruction site) {
    CallTarget target;
    int arguments;
    if (site instanceof Instruction.Call call) {
      target = program.inference().target(body, call);
      arguments = call.arguments().size();
    } else {
      target = program.inference().target(body, (Instruction.MethodReference) site);
      arguments = 1;
    }
    return access(target, arguments)
        .map(access -> byText(body, site, access))
        .map(access -> new QueryCall(body, site, target, access, isCached(target)));
  }

  private static final Pattern WRITING_TEXT =
      Pattern.compile(
          "(?is)\\s*(insert|update|delete|merge|replace|truncate|create|drop|alter)\\b.*");

  /** {@code query("DELETE … RETURNING …")} writes, whatever the method is called. */
  private Access byText(CodeBody body, Instruction site, Access access) {
    if (access == Access.WRITE
        || !(site instanceof Instruction.Call call)
        || call.arguments().isEmpty()) {
      return access;
    }
    return WRITING_TEXT.matcher(leadingText(body, call.arguments().get(0))).matches()
        ? Access.WRITE
        : access;
  }

  /** The literal that the text in {@code register} begins with, or nothing. */
  private String leadingText(CodeBody body, int register) {
    List<Instruction> definitions = body.definitions(register);
    if (definitions.size() != 1) {
      return "";
    }
    Instruction definition = definitions.get(0);
    if (definition instanceof Instruction.Constant constant
        && constant.literal().value() instanceof String text) {
      return text;
    } else if (definition instanceof Instruction.Operation operation
        && operation.operator() == Operator.CONCAT) {
      return leadingText(body, operation.operands().get(0));
    } else if (definition instanceof Instruction.Copy copy) {
      return leadingText(body, copy.source());
    } else if (definition instanceof Instruction.LoadName) {
      return program.fixedValues().of(body, register).text().orElse("");
    }
    return "";
  }

  /** What a call does to the database, directly. */
  private Optional<Access> access(CallTarget target, int arguments) {
    MethodInfo declared = target.declared().orElse(null);
    if (declared != null && declared.body().isEmpty() && isRepository(declared.owner())) {
      return Optional.of(access(declared));
    }
    if (declared != null && declared.body().isPresent()) {
      // A method with code of its own; what it does is told by that code.
      return Optional.empty();
    }
    if (!library.mayModel(target.name(), MethodRole.DataAccess.class)) {
      return Optional.empty();
    }
    for (MethodModel model :
        library.models(target.receiver(), target.name(), arguments, program.hierarchy())) {
      if (model.access().isPresent()) {
        return model.access();
      }
    }
    return Optional.empty();
  }

  /** Whether the abstract methods of the type are queries. */
  public boolean isRepository(TypeInfo type) {
    return type.declaration().isInterface()
        && repositories.computeIfAbsent(type, this::lookForRepository);
  }

  private boolean lookForRepository(TypeInfo type) {
    Set<String> ancestors = program.hierarchy().ancestors(type.name());
    if (library.repositoryTypes().stream().anyMatch(ancestors::contains)
        || mapperStatements.containsKey(type.name())) {
      return true;
    }
    for (AnnotationUse annotation : type.annotations()) {
      if (library.repositoryAnnotations().contains(program.annotationName(annotation, type))) {
        return true;
      }
    }
    return type.methods().stream()
        .flatMap(method -> method.declaration().annotations().stream())
        .anyMatch(a -> library.queryAnnotations().contains(program.annotationName(a, type)));
  }

  /** What an abstract method of a repository does. */
  Access of(MethodInfo method) {
    return access(method);
  }

  /** Whether an annotation on the method carries its statement, or names who makes it. */
  boolean isStatement(MethodInfo method) {
    return byAnnotation(method).isPresent();
  }

  private Access access(MethodInfo method) {
    Optional<Access> byAnnotation = byAnnotation(method);
    if (byAnnotation.isPresent()) {
      return byAnnotation.get();
    }
    Access byStatement =
        mapperStatements.getOrDefault(method.owner().name(), Map.of()).get(method.name());
    if (byStatement != null) {
      return byStatement;
    }
    if (READING.matcher(method.name()).matches()) {
      return Access.READ;
    }
    return WRITING.matcher(method.name()).matches() ? Access.WRITE : Access.ANY;
  }

  /** What the annotations of the method say that its statement does. */
  private Optional<Access> byAnnotation(MethodInfo method) {
    Optional<Access> found = Optional.empty();
    for (AnnotationUse each : method.declaration().annotations()) {
      AnnotationRoles.Played played =
          annotationRoles.find(each, method.owner(), AnnotationModel.Role.QUERY).orElse(null);
      if (played != null) {
        if (played.model().as().equals("write") || isWritingText(played.annotation())) {
          return Optional.of(Access.WRITE);
        }
        found = Optional.of(Access.READ);
      }
    }
    return found;
  }

  /** {@code @Query("update …")} without {@code @Modifying}: R2DBC and mistakes. */
  private boolean isWritingText(MetaAnnotations.Present annotation) {
    return annotation
        .element("value")
        .flatMap(element -> program.constants().of(element.value(), element.scope()).text())
        .filter(text -> WRITING_TEXT.matcher(text).matches())
        .isPresent();
  }

  private boolean isCached(CallTarget target) {
    return target.declared().filter(this::isCached).isPresent();
  }

  /** Whether a cache stands before the method. */
  boolean isCached(MethodInfo method) {
    for (AnnotationUse each : method.declaration().annotations()) {
      boolean cached =
          annotationRoles
              .find(each, method.owner(), AnnotationModel.Role.CACHE)
              .filter(played -> played.model().as().equals("read"))
              .isPresent();
      if (cached) {
        return true;
      }
    }
    return false;
  }

  /** Arguments of these types make one call stand for many elements, or for one page of them. */
  private static final List<String> MANY_AT_ONCE =
      List.of(
          "java.util.Collection",
          "java.lang.Iterable",
          "org.springframework.data.domain.Pageable",
          "org.apache.ibatis.session.RowBounds",
          "com.baomidou.mybatisplus.core.metadata.IPage");

  private static final Set<SinkKind> STATEMENTS = Set.of(SinkKind.SQL, SinkKind.JPQL);

  /**
   * Whether the query works on many elements, or on a page of them, at once: a chunk of ids is the
   * remedy for queries in loops, not the illness.
   */
  public boolean takesMany(QueryCall query) {
    if (!(query.site() instanceof Instruction.Call call)) {
      return false;
    }
    Operands arguments = call.arguments();
    if (runsText(query) && isElementItself(query.body(), arguments.get(0))) {
      // A list of statements: each is another one, and no query could stand for all.
      return true;
    }
    for (int i = 0; i < arguments.size(); i++) {
      boolean handedOn = i == arguments.size() - 1 && isSpread(query.target(), i);
      if (!handedOn && isMany(program.inference().typeOf(query.body(), arguments.get(i)))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value of the type stands for many elements, or for a page of them. */
  boolean isMany(JavaType type) {
    return type.isArray() && type.component().kind() != JavaType.Kind.PRIMITIVE
        || MANY_AT_ONCE.stream().anyMatch(name -> program.hierarchy().isSubtype(type, name));
  }

  /** Whether an array in that place is the arguments of a method with variable arity. */
  private static boolean isSpread(CallTarget target, int index) {
    return target
        .method()
        .map(Members.Method::signature)
        .filter(
            signature -> signature.variableArity() && signature.parameters().size() - 1 == index)
        .isPresent();
  }

  private static boolean isElementItself(CodeBody body, int register) {
    return body.variable(register)
        .filter(variable -> variable.kind() == Variable.Kind.FOR_EACH)
        .isPresent();
  }

  /** Whether the first argument is the text of the statement. */
  boolean runsText(QueryCall query) {
    if (!(query.site() instanceof Instruction.Call call) || call.arguments().isEmpty()) {
      return false;
    }
    int arguments = call.arguments().size();
    CallTarget target = query.target();
    return library.models(target.receiver(), target.name(), arguments, program.hierarchy()).stream()
        .flatMap(model -> model.sinks().stream())
        .anyMatch(sink -> STATEMENTS.contains(sink.kind()) && sink.at().isArgument(0, arguments));
  }
}
