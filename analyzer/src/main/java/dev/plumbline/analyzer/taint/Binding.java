package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.program.JavaType;

/**
 * What a caller knows of an input that decides what its callee does.
 *
 * @param constant the value, or {@code null}
 * @param type the exact class of the object, or {@code null}
 * @param function the code of the function, or {@code null}
 * @param alias another input that is the same object, or {@code null}
 */
record Binding(Val.Const constant, JavaType type, FunctionCode function, Id alias) {

  Binding(Val.Const constant, JavaType type, FunctionCode function) {
    this(constant, type, function, null);
  }
}
