package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.ir.Instruction;
import dev.plumbline.analyzer.library.MethodModel;
import dev.plumbline.analyzer.program.CallTarget;
import java.util.List;

/**
 * A call of code that is not in the workspace.
 *
 * @param receiver {@code null} for static methods and for constructors
 */
record LibraryCall(
    Instruction site,
    int number,
    CallTarget target,
    Val receiver,
    List<Val> arguments,
    List<MethodModel> models,
    State state) {}
