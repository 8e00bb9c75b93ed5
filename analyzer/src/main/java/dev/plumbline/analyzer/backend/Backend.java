package dev.plumbline.analyzer.backend;

import dev.plumbline.analyzer.callgraph.CallGraph;
import dev.plumbline.analyzer.config.ConfigSource;
import dev.plumbline.analyzer.config.Configuration;
import dev.plumbline.analyzer.ir.ConfigFile;
import dev.plumbline.analyzer.ir.MapperXml;
import dev.plumbline.analyzer.library.Library;
import dev.plumbline.analyzer.program.Program;
import dev.plumbline.analyzer.source.SourceRole;
import dev.plumbline.analyzer.taint.Boundary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The reviewer's words as objects: what the rules ask. Built once a scan; safe to read from many
 * threads.
 */
public final class Backend {

  private final Program program;
  private final Library library;
  private final List<MapperXml> mappers;
  private final DataAccess dataAccess;
  private final Iterations iterations;
  private final QueryEffects queryEffects;
  private final List<ConfigSource> configurationFiles;
  private final List<LogLayouts.Source> logging;
  private Configuration configuration;
  private LogLayouts logLayouts;
  private List<CredentialUse> credentials;
  private WebModel web;
  private CallGraph callGraph;
  private Boundary boundary;

  /** Of a workspace without configuration files. */
  public Backend(Program program, Library library, List<MapperXml> mappers) {
    this(program, library, mappers, List.of());
  }

  /**
   * @param mappers the MyBatis mapper files of the workspace
   * @param configuration the configuration files of the workspace
   */
  public Backend(
      Program program, Library library, List<MapperXml> mappers, List<ConfigSource> configuration) {
    this(program, library, mappers, configuration, List.of());
  }

  /**
   * @param mappers the MyBatis mapper files of the workspace
   * @param configuration the configuration files of the workspace
   * @param logging the XML files that configure logging
   */
  public Backend(
      Program program,
      Library library,
      List<MapperXml> mappers,
      List<ConfigSource> configuration,
      List<LogLayouts.Source> logging) {
    this.logging = List.copyOf(logging);
    this.configurationFiles = List.copyOf(configuration);
    this.program = Objects.requireNonNull(program);
    this.library = Objects.requireNonNull(library);
    this.mappers = List.copyOf(mappers);
    this.dataAccess = new DataAccess(program, library, this.mappers);
    this.iterations = new Iterations(program);
    this.queryEffects = new QueryEffects(program, dataAccess, iterations);
  }

  /** The linked code. */
  public Program program() {
    return program;
  }

  /** What each call outside of tests may run. Built when first asked for. */
  public synchronized CallGraph callGraph() {
    if (callGraph == null) {
      callGraph = CallGraph.withoutTests(program, library, mappers);
    }
    return callGraph;
  }

  /** The MyBatis mapper files, in path order. */
  public List<MapperXml> mappers() {
    return mappers;
  }

  /** Which calls read from and write to the database. */
  public DataAccess dataAccess() {
    return dataAccess;
  }

  /** Which queries methods run when they are called. */
  public QueryEffects queryEffects() {
    return queryEffects;
  }

  /** What is repeated for each element of something. */
  public Iterations iterations() {
    return iterations;
  }

  /** Text constants in the place of credentials, in the order of their literals. */
  public synchronized List<CredentialUse> credentials() {
    // Two rules ask for them and many scans run neither, so they are gathered when asked for.
    if (credentials == null) {
      credentials = Credentials.of(program, library);
    }
    return credentials;
  }

  /** The classes whose objects are kept in a database. */
  public Entities entities() {
    return new Entities(program, library, mappers);
  }

  /** The types through which code reads and writes databases. */
  public Repositories repositories() {
    return new Repositories(program, library, dataAccess, mappers);
  }

  /** The servers that code calls. */
  public RemoteClients remoteClients() {
    return new RemoteClients(program, library);
  }

  /** What messages, events and the clock call. */
  public Callbacks callbacks() {
    return new Callbacks(program, library);
  }

  /** What keys of the configuration may be, and who reads them. */
  public synchronized Configuration configuration() {
    if (configuration == null) {
      configuration = new Configuration(program, configurationFiles);
    }
    return configuration;
  }

  /** How the modules write their logs. */
  public synchronized LogLayouts logLayouts() {
    if (logLayouts == null) {
      logLayouts = new LogLayouts(logging, configurationFiles, configuration());
    }
    return logLayouts;
  }

  /**
   * The entries of bundled properties files by their names on the class path, those of main code
   * only; of two files of one name the first by path.
   */
  public Map<String, Map<String, String>> resources() {
    Map<String, Map<String, String>> resources = new TreeMap<>();
    for (ConfigSource source : configurationFiles) {
      if (source.file().role() == SourceRole.MAIN
          && source.content().format() == ConfigFile.Format.PROPERTIES) {
        Map<String, String> entries = new HashMap<>();
        source.content().entries().forEach(each -> entries.put(each.key(), each.value()));
        source.classPathName().ifPresent(name -> resources.putIfAbsent(name, entries));
      }
    }
    return resources;
  }

  /** What outsiders reach through the network. */
  public Endpoints endpoints() {
    return web().endpoints();
  }

  /** What outsiders reach by other means than an annotated controller. */
  public OtherEndpoints otherEndpoints() {
    return new OtherEndpoints(program, library);
  }

  /** What frameworks hand to main code and take from it. */
  public synchronized Boundary boundary() {
    if (boundary == null) {
      boundary =
          new FrameworkBoundary(
              program, library, endpoints(), new Substitutions(program, library, mappers));
    }
    return boundary;
  }

  /** Which types carry validation constraints. */
  public Constraints constraints() {
    return web().constraints();
  }

  /** Which code validates a value by calling a validator. */
  public ValidationCalls validationCalls() {
    return web().validationCalls();
  }

  /** Which properties of a value code reads. */
  public PropertyReads propertyReads() {
    return web().propertyReads();
  }

  /** Which code around the handlers calls a validator. */
  public ValidationAdvice validationAdvice() {
    return web().validationAdvice();
  }

  /** What is known of code that is not here. */
  public Library library() {
    return library;
  }

  /** Gathered when first asked for, because many scans never ask. */
  private synchronized WebModel web() {
    if (web == null) {
      web = WebModel.of(program, library);
    }
    return web;
  }

  /** What belongs to the web layer and is built together. */
  private record WebModel(
      Endpoints endpoints,
      Constraints constraints,
      ValidationCalls validationCalls,
      ValidationAdvice validationAdvice,
      PropertyReads propertyReads) {

    static WebModel of(Program program, Library library) {
      Annotations annotations = new Annotations(program, library);
      ValidationCalls calls = new ValidationCalls(program, library, annotations);
      return new WebModel(
          new Endpoints(program, annotations),
          new Constraints(program, annotations),
          calls,
          new ValidationAdvice(program, library, calls),
          new PropertyReads(program));
    }
  }
}
