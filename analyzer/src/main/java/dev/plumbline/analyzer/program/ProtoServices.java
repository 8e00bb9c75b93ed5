package dev.plumbline.analyzer.program;

import dev.plumbline.analyzer.ir.ProtoFile;
import dev.plumbline.analyzer.program.GeneratedMethod.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The class that grpc-java generates for a service: stubs for callers, a base for servers. */
final class ProtoServices {

  private static final String STUB = "io.grpc.stub.";
  private static final JavaType CHANNEL = JavaType.of("io.grpc.Channel");

  private final ProtoNames names;
  private final ProtoFile file;
  private final ProtoFile.Service service;
  private final String name;

  private ProtoServices(ProtoNames names, ProtoFile file, ProtoFile.Service service) {
    this.names = names;
    this.file = file;
    this.service = service;
    this.name = ProtoNames.javaPackage(file) + service.name() + "Grpc";
  }

  static void declare(
      ProtoNames names, ProtoFile file, ProtoFile.Service service, Consumer<GeneratedType> types) {
    new ProtoServices(names, file, service).declare(types);
  }

  private void declare(Consumer<GeneratedType> types) {
    JavaType stub = nested("Stub");
    JavaType blocking = nested("BlockingStub");
    JavaType future = nested("FutureStub");
    types.accept(
        GeneratedType.plainClass(
            name, List.of(), () -> factories(stub, blocking, future), Map::of));
    types.accept(
        GeneratedType.plainClass(
            nested("ImplBase").name(),
            List.of(JavaType.of("io.grpc.BindableService")),
            this::base,
            Map::of));
    types.accept(
        new GeneratedType(
            name + ".AsyncService",
            ExternalType.Kind.INTERFACE,
            List.of(),
            List::of,
            this::asynchronous,
            Map::of));
    stub(types, stub, "AbstractAsyncStub", this::asynchronous);
    stub(types, blocking, "AbstractBlockingStub", this::blocking);
    stub(types, future, "AbstractFutureStub", this::future);
  }

  private JavaType nested(String tail) {
    return JavaType.of(name + "." + service.name() + tail);
  }

  private static void stub(
      Consumer<GeneratedType> types,
      JavaType self,
      String base,
      java.util.function.Supplier<List<GeneratedMethod>> methods) {
    types.accept(
        GeneratedType.plainClass(
            self.name(), List.of(JavaType.of(STUB + base, self)), methods, Map::of));
  }

  private List<GeneratedMethod> factories(JavaType stub, JavaType blocking, JavaType future) {
    List<GeneratedMethod> methods = new ArrayList<>();
    methods.add(GeneratedSignatures.staticMethod(Role.OTHER, "newStub", stub, List.of(CHANNEL)));
    methods.add(
        GeneratedSignatures.staticMethod(
            Role.OTHER, "newBlockingStub", blocking, List.of(CHANNEL)));
    methods.add(
        GeneratedSignatures.staticMethod(Role.OTHER, "newFutureStub", future, List.of(CHANNEL)));
    methods.add(
        GeneratedSignatures.staticMethod(
            Role.OTHER,
            "getServiceDescriptor",
            JavaType.of("io.grpc.ServiceDescriptor"),
            List.of()));
    for (ProtoFile.Rpc rpc : service.methods()) {
      methods.add(
          GeneratedSignatures.staticMethod(
              Role.OTHER,
              "get" + ProtoNames.camelCase(rpc.name(), true) + "Method",
              JavaType.of("io.grpc.MethodDescriptor", type(rpc.request()), type(rpc.response())),
              List.of()));
    }
    return methods;
  }

  private List<GeneratedMethod> asynchronous() {
    List<GeneratedMethod> methods = new ArrayList<>();
    for (ProtoFile.Rpc rpc : service.methods()) {
      JavaType answers = observer(type(rpc.response()));
      methods.add(
          rpc.requests()
              ? GeneratedSignatures.method(
                  Role.OTHER, null, method(rpc), observer(type(rpc.request())), answers)
              : GeneratedSignatures.method(
                  Role.OTHER, null, method(rpc), JavaType.VOID, type(rpc.request()), answers));
    }
    return methods;
  }

  private List<GeneratedMethod> base() {
    List<GeneratedMethod> methods = new ArrayList<>(GeneratedSignatures.defaultConstructor());
    methods.addAll(asynchronous());
    return methods;
  }

  private List<GeneratedMethod> blocking() {
    List<GeneratedMethod> methods = new ArrayList<>();
    for (ProtoFile.Rpc rpc : service.methods()) {
      if (!rpc.requests()) {
        JavaType response = type(rpc.response());
        JavaType result = rpc.responses() ? JavaType.of("java.util.Iterator", response) : response;
        methods.add(
            GeneratedSignatures.method(Role.OTHER, null, method(rpc), result, type(rpc.request())));
      }
    }
    return methods;
  }

  private List<GeneratedMethod> future() {
    List<GeneratedMethod> methods = new ArrayList<>();
    for (ProtoFile.Rpc rpc : service.methods()) {
      if (!rpc.requests() && !rpc.responses()) {
        JavaType result =
            JavaType.of("com.google.common.util.concurrent.ListenableFuture", type(rpc.response()));
        methods.add(
            GeneratedSignatures.method(Role.OTHER, null, method(rpc), result, type(rpc.request())));
      }
    }
    return methods;
  }

  private static String method(ProtoFile.Rpc rpc) {
    return ProtoNames.camelCase(rpc.name(), false);
  }

  private static JavaType observer(JavaType message) {
    return JavaType.of(STUB + "StreamObserver", message);
  }

  private JavaType type(String written) {
    return names
        .resolve(written, file.packageName(), file)
        .map(each -> JavaType.of(each.javaName()))
        .orElse(JavaType.UNKNOWN);
  }
}
