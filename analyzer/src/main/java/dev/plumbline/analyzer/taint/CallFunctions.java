package dev.plumbline.analyzer.taint;

import dev.plumbline.analyzer.library.Place;
import dev.plumbline.analyzer.program.CodeBody;
import dev.plumbline.analyzer.program.JavaType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Functions that library code is given, and runs none, one or several times. */
final class CallFunctions {

  private final BodyAnalysis analysis;
  private final CallTransfer calls;
  private final Reader reader;

  CallFunctions(BodyAnalysis analysis, CallTransfer calls, Reader reader) {
    this.analysis = analysis;
    this.calls = calls;
    this.reader = reader;
  }

  FunctionRuns runs(LibraryCall call) {
    return new FunctionRuns(call);
  }

  /** Functions that a library call runs. */
  final class FunctionRuns {
    private final LibraryCall call;
    private final TreeMap<Integer, TreeMap<Integer, Val>> passed = new TreeMap<>();
    private final TreeMap<Integer, Val> results = new TreeMap<>();

    FunctionRuns(LibraryCall call) {
      this.call = call;
    }

    void pass(Place to, Val value) {
      int function =
          to.base() == Place.Base.RECEIVER
              ? -1
              : to.base() == Place.Base.LAST ? call.arguments().size() - 1 : to.index();
      int last = to.base() == Place.Base.FROM ? call.arguments().size() - 1 : function;
      for (int i = function; i <= last; i++) {
        if (value != null) {
          passed
              .computeIfAbsent(i, key -> new TreeMap<>())
              .merge(to.function().get().parameter(), value, Join::of);
        }
      }
    }

    Val result(Place from) {
      int function =
          from.base() == Place.Base.RECEIVER
              ? -1
              : from.base() == Place.Base.LAST ? call.arguments().size() - 1 : from.index();
      if (from.base() == Place.Base.FROM) {
        Val joined = null;
        for (int i = from.index(); i < call.arguments().size(); i++) {
          joined = Join.of(joined, run(i));
        }
        return joined;
      }
      return run(function);
    }

    private Val run(int index) {
      if (results.containsKey(index)) {
        return results.get(index);
      }
      Val function =
          index < 0
              ? call.receiver()
              : index < call.arguments().size() ? call.arguments().get(index) : null;
      Val result =
          function == null
              ? null
              : runOne(function, passed.getOrDefault(index, new TreeMap<>()), call);
      results.put(index, result);
      return result;
    }

    /** The functions whose results go nowhere. */
    void rest() {
      for (Integer index : List.copyOf(passed.keySet())) {
        run(index);
      }
      for (int i = 0; i < call.arguments().size(); i++) {
        Val argument = call.arguments().get(i);
        if (calls.codeOf(argument, call.state()) != null) {
          run(i);
        }
      }
    }
  }

  /** Runs a function none, one or several times, and gives what it gives. */
  Val runOne(Val function, TreeMap<Integer, Val> passed, LibraryCall call) {
    State state = call.state();
    if (function instanceof Val.Choice choice) {
      Val joined = null;
      for (Val option : choice.options()) {
        joined = Join.of(joined, runOne(option, passed, call));
      }
      return joined;
    }
    List<Taint> all = List.of();
    for (Val value : passed.values()) {
      all = Join.taints(all, reader.deepTaints(value, state));
    }
    int count = passed.isEmpty() ? 0 : passed.lastKey() + 1;
    List<Val> arguments = new ArrayList<>();
    for (int i = 0; i < Math.max(count, 4); i++) {
      Val value = passed.get(i);
      arguments.add(
          value != null
              ? value
              : new Val.Atom(Id.made(call.number(), 100 + i), JavaType.UNKNOWN, List.of()));
    }
    FunctionCode code = calls.codeOf(function, state);
    if (code != null) {
      if (code.lambda() != null) {
        arguments =
            arguments.subList(0, Math.min(arguments.size(), code.lambda().body().parameterCount()));
      } else if (count > 0) {
        arguments = arguments.subList(0, count);
      }
      State skipped = state.copy();
      CallTransfer.Outcome outcome =
          calls.applyFunction((Val.Atom) function, arguments, call.site(), call.number(), state);
      state.join(skipped, -1, false);
      return outcome == null ? null : outcome.value();
    }
    Val result = null;
    for (CodeBody each : calls.callbacks(function, call.site(), state)) {
      State skipped = state.copy();
      CallTransfer.Outcome outcome =
          calls.apply(each, function, arguments, null, call.site(), call.number(), state);
      state.join(skipped, -1, false);
      result = Join.of(result, outcome == null ? null : outcome.value());
    }
    if (function instanceof Val.Atom atom && atom.id().isInput() && passed.size() > 0) {
      analysis.decides(atom.id());
    }
    return result != null
        ? result
        : new Val.Atom(Id.made(call.number(), 200), JavaType.UNKNOWN, Transfer.inexact(all));
  }

  /** Functions that a call of unknown meaning is given: it may run them with what else it has. */
  List<Taint> runFunctions(LibraryCall call, List<Taint> taints) {
    List<Taint> results = List.of();
    for (int i = 0; i < call.arguments().size(); i++) {
      Val argument = call.arguments().get(i);
      boolean isFunction =
          calls.codeOf(argument, call.state()) != null
              || argument != null
                  && !calls.callbacks(argument, call.site(), call.state()).isEmpty();
      if (!isFunction) {
        continue;
      }
      TreeMap<Integer, Val> passed = new TreeMap<>();
      for (int p = 0; p < 3; p++) {
        passed.put(
            p,
            new Val.Atom(
                Id.made(call.number(), 300 + 10L * i + p),
                JavaType.UNKNOWN,
                Transfer.inexact(taints)));
      }
      Val result = runOne(argument, passed, call);
      if (result != null) {
        results = Join.taints(results, reader.deepTaints(result, call.state()));
      }
    }
    return results;
  }
}
