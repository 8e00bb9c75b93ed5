package dev.plumbline.rules.input;

import dev.plumbline.analyzer.backend.Backend;
import dev.plumbline.analyzer.backend.ConstrainedProperty;
import dev.plumbline.analyzer.backend.Endpoint;
import dev.plumbline.analyzer.backend.EndpointParameter;
import dev.plumbline.analyzer.backend.EndpointParameter.Binding;
import dev.plumbline.analyzer.finding.Checklist;
import dev.plumbline.analyzer.finding.Confidence;
import dev.plumbline.analyzer.finding.Cwe;
import dev.plumbline.analyzer.finding.Finding;
import dev.plumbline.analyzer.finding.Location;
import dev.plumbline.analyzer.finding.RuleInfo;
import dev.plumbline.analyzer.finding.Severity;
import dev.plumbline.analyzer.library.AnnotationModel.Role;
import dev.plumbline.analyzer.library.AnnotationRoles;
import dev.plumbline.analyzer.program.JavaType;
import dev.plumbline.analyzer.program.TypeInfo;
import dev.plumbline.analyzer.rule.BackendRule;
import dev.plumbline.analyzer.source.SourceRole;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request is bound to an object whose constraints nobody runs. Prose and examples: {@code
 * RequestBodyNotValidated.md}.
 */
public final class RequestBodyNotValidated implements BackendRule {

  private static final RuleInfo INFO =
      new RuleInfo(
              "request-body-not-validated",
              "Request object has constraints that are never checked",
              Checklist.INPUT,
              Cwe.of(20),
              Severity.HIGH,
              Confidence.HIGH)
          .alsoServing(Checklist.SECURITY);

  private static final Set<Binding> OBJECTS =
      EnumSet.of(Binding.BODY, Binding.FORM, Binding.PART, Binding.BEAN_PARAM, Binding.MESSAGE);

  /** How the library data calls entities whose constraints the provider runs once more. */
  private static final String JPA = "jpa";

  /** Names of handlers that answer a search or delete, whatever the HTTP method. */
  private static final Pattern READ_OR_DELETE =
      Pattern.compile(
          "(get|list|page|query|search|find|count|check|exists|export|download|select|load|view|show"
              + "|lookup|filter|suggest|autocomplete|delete|remove)([A-Z].*)?"
              + "|(?!(create|update|add|save|set|insert|import|batch|replace|edit|change)[A-Z])"
              + "[a-z]\\w*(List|Page|Query|Search|Count)");

  /** How many properties the message names, and how many places stand beside the finding. */
  private static final int SHOWN = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Backend backend, Consumer<Finding> findings) {
    List<Endpoint> endpoints =
        backend.endpoints().all().stream()
            .filter(endpoint -> endpoint.controller().file().file().role() == SourceRole.MAIN)
            .toList();
    Set<JavaType> written =
        endpoints.stream()
            .filter(endpoint -> !isPartial(endpoint))
            .flatMap(endpoint -> endpoint.parameters().stream())
            .map(EndpointParameter::payload)
            .collect(Collectors.toSet());
    Set<Location> reported = new HashSet<>();
    for (Endpoint endpoint : endpoints) {
      for (EndpointParameter parameter : endpoint.parameters()) {
        if (!OBJECTS.contains(parameter.binding())
            || parameter.validated()
            || parameter.supplied()
            // Left out on purpose: a search, a deletion or a partial update takes the type of the
            // whole, and would fail if all of it were asked for.
            || (isPartial(endpoint)
                && (written.contains(parameter.payload())
                    || isPersistent(backend, parameter, endpoint.controller())))) {
          continue;
        }
        List<ConstrainedProperty> unchecked = unchecked(backend, endpoint, parameter);
        // A handler of a generic base class is reported for the first class below it.
        if (!unchecked.isEmpty() && reported.add(parameter.location())) {
          findings.accept(finding(backend, endpoint, parameter, unchecked));
        }
      }
    }
  }

  /** The constrained properties of the parameter's type, if nothing runs their constraints. */
  private static List<ConstrainedProperty> unchecked(
      Backend backend, Endpoint endpoint, EndpointParameter parameter) {
    TypeInfo near = endpoint.controller();
    List<ConstrainedProperty> properties = backend.constraints().of(parameter.payload(), near);
    properties = read(backend, parameter, properties);
    if (isPartialUpdate(endpoint)) {
      // What a partial update leaves out must not be asked for.
      properties =
          properties.stream()
              .filter(each -> !each.constraints().stream().allMatch(c -> c.asksForPresence()))
              .toList();
    }
    if (properties.isEmpty()
        || backend.validationAdvice().covers(endpoint)
        || backend.validationCalls().reach(parameter.handler(), parameter.index())
        || type(backend, parameter, near)
            .filter(backend.validationCalls()::validatesItself)
            .isPresent()) {
      return List.of();
    }
    return properties;
  }

  /** Those that the handler may look at; all of them when it looks at none, as a stub does. */
  private static List<ConstrainedProperty> read(
      Backend backend, EndpointParameter parameter, List<ConstrainedProperty> properties) {
    if (properties.isEmpty() || parameter.shape() != EndpointParameter.Shape.PLAIN) {
      return properties;
    }
    Set<String> names =
        backend.propertyReads().of(parameter.handler(), parameter.index()).orElse(Set.of());
    return names.isEmpty()
        ? properties
        : properties.stream().filter(each -> each.isWithin(names)).toList();
  }

  private static Finding finding(
      Backend backend,
      Endpoint endpoint,
      EndpointParameter parameter,
      List<ConstrainedProperty> unchecked) {
    String type =
        type(backend, parameter, endpoint.controller())
            .map(TypeInfo::displayName)
            .orElse(parameter.payload().simpleName());
    String handler = parameter.handler().displayName();
    Finding.Builder finding =
        Finding.of(
                INFO,
                parameter.location(),
                type
                    + " has constraints ("
                    + names(unchecked)
                    + ") but parameter "
                    + parameter.name()
                    + " of "
                    + handler
                    + " is not validated")
            .severity(severity(backend, endpoint, parameter, unchecked))
            .confidence(isPartialUpdate(endpoint) ? Confidence.MEDIUM : Confidence.HIGH);
    ConstrainedProperty first = unchecked.get(0);
    finding.step(first.location(), first.path() + " of " + type + " must hold " + rules(first));
    finding.step(
        parameter.location(),
        parameter.name() + " of " + handler + " takes " + type + " as the request has it");
    unchecked.stream()
        .skip(1)
        .limit(SHOWN)
        .forEach(each -> finding.related(each.location(), each.path() + ": " + rules(each)));
    ValidInsertion.fix(backend.program(), parameter, unchecked).ifPresent(finding::fix);
    return finding.build();
  }

  private static String names(List<ConstrainedProperty> properties) {
    String names =
        properties.stream()
            .limit(SHOWN)
            .map(ConstrainedProperty::path)
            .collect(Collectors.joining(", "));
    int more = properties.size() - SHOWN;
    return more > 0 ? names + " and " + more + " more" : names;
  }

  private static String rules(ConstrainedProperty property) {
    return property.constraints().stream()
        .map(constraint -> "@" + constraint.simpleName())
        .collect(Collectors.joining(" "));
  }

  private static Severity severity(
      Backend backend,
      Endpoint endpoint,
      EndpointParameter parameter,
      List<ConstrainedProperty> properties) {
    if (isQuery(endpoint, parameter)) {
      boolean onlyNumbers = properties.stream().allMatch(each -> isNumber(backend, each.type()));
      return onlyNumbers ? Severity.LOW : Severity.MEDIUM;
    }
    // The constraints of an entity run once more, late, when the persistence provider writes it.
    return endpoint.kind() == Endpoint.Kind.MESSAGE
            || isPartialUpdate(endpoint)
            || isEntity(backend, parameter, endpoint.controller())
        ? Severity.MEDIUM
        : Severity.HIGH;
  }

  private static boolean isNumber(Backend backend, JavaType type) {
    return type.kind() == JavaType.Kind.PRIMITIVE
        || backend.program().hierarchy().isSubtype(type, "java.lang.Number")
        || backend.program().hierarchy().isSubtype(type, "java.lang.Boolean")
        || backend.program().hierarchy().isSubtype(type, "java.lang.Enum");
  }

  /** Whether it asks for data, deletes, or changes a part. */
  private static boolean isPartial(Endpoint endpoint) {
    return endpoint.isReadOnly()
        || isPartialUpdate(endpoint)
        || endpoint.methods().equals(List.of("DELETE"))
        || READ_OR_DELETE.matcher(endpoint.handler().name()).matches();
  }

  /** Whether the object gathers what a reader of data asks for. */
  private static boolean isQuery(Endpoint endpoint, EndpointParameter parameter) {
    return endpoint.isReadOnly() && parameter.binding() != Binding.BODY;
  }

  private static boolean isPartialUpdate(Endpoint endpoint) {
    return endpoint.methods().equals(List.of("PATCH"));
  }

  /** Whether Jakarta Persistence runs the constraints of the type when it writes one. */
  private static boolean isEntity(Backend backend, EndpointParameter parameter, TypeInfo near) {
    AnnotationRoles roles = new AnnotationRoles(backend.program(), backend.library());
    return type(backend, parameter, near)
        .flatMap(type -> roles.on(type, Role.ENTITY))
        .filter(entity -> entity.model().as().equals(JPA))
        .isPresent();
  }

  /** Whether the type mirrors a table or document, whichever library reads it. */
  private static boolean isPersistent(Backend backend, EndpointParameter parameter, TypeInfo near) {
    AnnotationRoles roles = new AnnotationRoles(backend.program(), backend.library());
    return type(backend, parameter, near)
        .filter(
            type ->
                roles.on(type, Role.ENTITY).isPresent() || roles.on(type, Role.TABLE).isPresent())
        .isPresent();
  }

  private static java.util.Optional<TypeInfo> type(
      Backend backend, EndpointParameter parameter, TypeInfo near) {
    return backend.program().type(parameter.payload().name(), near);
  }
}
