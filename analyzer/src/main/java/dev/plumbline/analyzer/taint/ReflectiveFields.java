package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;

/** Fields that are read and written by reflection under a constant name. */
final class ReflectiveFields {

  private static final String FIELD = "java.lang.reflect.Field";
  private static final String NAME = "!field";

  private ReflectiveFields() {}

  /**
   * @return {@code null} when the call is none of these
   */
  static CallTransfer.Outcome call(LibraryCall call, Reader reader, Transfer transfer) {
    String name = call.target().name();
    if ((name.equals("getField") || name.equals("getDeclaredField"))
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Val.Const constant
        && constant.value() instanceof String
        && call.target().owner().name().equals("java.lang.Class")) {
      Obj field = Obj.fresh(JavaType.of(FIELD)).with(NAME, constant);
      return new CallTransfer.Outcome(transfer.allocate(call.number(), field, call.state()));
    }
    if (!call.target().owner().name().equals(FIELD)
        || !(call.receiver() instanceof Val.Atom atom)) {
      return null;
    }
    Obj field = call.state().object(atom.id());
    Val held = field == null ? null : field.slot(NAME);
    if (!(held instanceof Val.Const constant) || !(constant.value() instanceof String property)) {
      return null;
    }
    if (name.equals("get") && call.arguments().size() == 1 && call.arguments().get(0) != null) {
      return new CallTransfer.Outcome(
          reader.load(call.arguments().get(0), property, call.target().returnType(), call.state()));
    }
    if (name.equals("set") && call.arguments().size() == 2 && call.arguments().get(0) != null) {
      reader.store(call.arguments().get(0), property, call.arguments().get(1), call.state());
      return new CallTransfer.Outcome(null);
    }
    return null;
  }
}
