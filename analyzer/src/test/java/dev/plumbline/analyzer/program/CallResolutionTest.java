package dev.plumbline.analyzer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.finding.Resolution;
import dev.plumbline.analyzer.finding.Resolution.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallResolutionTest {

  private static final String IMPORTS =
      "package com.acme.shop; import java.util.*; import lombok.Data; import strange.lib.Gadget;";

  /** Outcome, name and blame of the places in {@code statements}, in order. */
  private static List<String> places(String statements) {
    return places("", statements);
  }

  private static List<String> places(String members, String statements) {
    Program program =
        Programs.of(
            IMPORTS
                + "class A extends Base { void f(User user, Gadget gadget, List raw) {"
                + statements
                + "}"
                + members
                + "}",
            IMPORTS + "class Base { void up() {} }",
            IMPORTS + "@Data class User { String name; }");
    CodeBody body = Programs.method(program, "com.acme.shop.A", "f").body().orElseThrow();
    List<String> found = new ArrayList<>();
    new CallResolution(program, new MissingTypes(program))
        .sites(body)
        .forEach(
            site ->
                found.add(
                    site.result().outcome().id()
                        + " "
                        + site.result().name()
                        + (site.result().follows() ? " follows" : "")));
    return found;
  }

  @Test
  void whatIsDeclaredOrGeneratedIsResolved() {
    assertThat(places("up(); new User(); user.getName().trim(); Optional.of(user);"))
        .containsExactly(
            "workspace com.acme.shop.Base.up",
            "generated com.acme.shop.User.<init>",
            "generated com.acme.shop.User.getName",
            "jdk java.lang.String.trim",
            "jdk java.util.Optional.of");
  }

  @Test
  void theFirstStepThatIsUnknownIsToBlameForThoseBehindIt() {
    assertThat(places("var part = gadget.part(); part.size().toString(); new Gadget(); up();"))
        .containsExactly(
            "library-not-in-table strange.lib.Gadget",
            "library-not-in-table strange.lib.Gadget follows",
            "library-not-in-table strange.lib.Gadget follows",
            "library-not-in-table strange.lib.Gadget",
            "workspace com.acme.shop.Base.up");
  }

  @Test
  void aMethodThatAKnownTypeLacksIsNotFound() {
    assertThat(places("user.shout(1); missing(); \"\".shout(); new User(1, 2, 3);"))
        .containsExactly(
            "method-not-found com.acme.shop.User.shout(1)",
            "method-not-found com.acme.shop.A.missing(0)",
            "method-not-found java.lang.String.shout(0)",
            "method-not-found com.acme.shop.User.<init>(3)");
  }

  @Test
  void aTypeOfThePackageThatNoFileHasIsMissingSource() {
    assertThat(places("QUser.find(); com.acme.shop.gen.Made.of();"))
        .containsExactly(
            "source-missing com.acme.shop.QUser", "source-missing com.acme.shop.gen.Made");
  }

  @Test
  void aTypeThatOnlyAnUnknownPackageMayHoldIsOfThatPackage() {
    Program program =
        Programs.of("package p; import strange.lib.*; class A { void f(Gadget g) { g.run(); } }");
    CallResolution resolution = new CallResolution(program, new MissingTypes(program));
    CodeBody body = Programs.method(program, "p.A", "f").body().orElseThrow();
    assertThat(resolution.sites(body))
        .extracting(CallResolution.Site::result)
        .containsExactly(
            new CallResolution.Result(Outcome.LIBRARY_NOT_IN_TABLE, "strange.lib.* Gadget", false));
  }

  @Test
  void aRawTypeIsToldApart() {
    assertThat(places("raw.get(0).run(); raw.get(0).hashCode(); raw.size();"))
        .containsExactly(
            "jdk java.util.List.get",
            "raw-type java.util.List.get",
            "jdk java.util.List.get",
            "jdk java.lang.Object.hashCode",
            "jdk java.util.List.size");
  }

  @Test
  void lambdasCountWithTheCodeAround() {
    assertThat(places("gadget.each(g -> g.run()); Runnable r = () -> up();"))
        .containsExactly(
            "library-not-in-table strange.lib.Gadget",
            "library-not-in-table strange.lib.Gadget follows",
            "workspace com.acme.shop.Base.up");
  }

  @Test
  void methodReferencesAndArraysCount() {
    assertThat(
            places(
                "Optional.of(user).map(User::getName); Optional.of(user).map(User::shout);"
                    + "List.of(1).toArray(Integer[]::new);"))
        .contains(
            "generated com.acme.shop.User.getName",
            "method-not-found com.acme.shop.User.shout(any)",
            "jdk array");
  }

  @Test
  void theCopiesOfAFinallyBlockCountOnce() {
    assertThat(places("try { up(); if (raw == null) return; } finally { hashCode(); }"))
        .containsExactlyInAnyOrder(
            "workspace com.acme.shop.Base.up", "jdk java.lang.Object.hashCode");
  }

  @Test
  void aMissingSuperclassIsToBlameForInheritedMembers() {
    Program program =
        Programs.of(
            "package p; class A extends strange.lib.Base { void f() { inherited(); log.info(); } }");
    CallResolution resolution = new CallResolution(program, new MissingTypes(program));
    CodeBody body = Programs.method(program, "p.A", "f").body().orElseThrow();
    assertThat(resolution.sites(body))
        .extracting(site -> site.result().name())
        .containsExactly("strange.lib.Base", "strange.lib.Base");
  }

  @Test
  void aValueThatDependsOnItselfEnds() {
    assertThat(places("var x = gadget.next(); while (true) { x = x.next(); }"))
        .containsExactly(
            "library-not-in-table strange.lib.Gadget",
            "library-not-in-table strange.lib.Gadget follows");
  }

  @Test
  void talliesAddUpInAnyOrder() {
    Program program =
        Programs.of(
            IMPORTS + "class A { void f(Gadget g) { g.a().b(); hashCode(); } }",
            IMPORTS + "class B { void f(Gadget g) { g.a(); hashCode(); } }");
    List<ResolutionTally> tallies = new ArrayList<>();
    for (CodeBody body : program.bodies()) {
      tallies.add(new CallResolution(program, new MissingTypes(program)).measure(body));
    }
    Resolution.Group forward = sum(tallies);
    java.util.Collections.reverse(tallies);
    assertThat(sum(tallies)).isEqualTo(forward);
    assertThat(forward.main().all()).isEqualTo(5);
    assertThat(forward.main().resolved()).isEqualTo(2);
    assertThat(forward.main().inTable()).isEqualTo(2);
    assertThat(forward.tests().all()).isZero();
    assertThat(forward.unresolved())
        .containsExactly(
            new Resolution.Unresolved(Outcome.LIBRARY_NOT_IN_TABLE, "strange.lib.Gadget", 2, 1));
  }

  private static Resolution.Group sum(List<ResolutionTally> tallies) {
    ResolutionTally total = new ResolutionTally();
    tallies.forEach(total::add);
    return total.total();
  }

  @Test
  void namesOfTypesAreCountedWhereTheyStand() {
    Program program =
        Programs.of(
            IMPORTS
                + "class A<T> implements Comparable<Gadget> {"
                + "  List<User> users; T own; int number;"
                + "  @Override public Map.Entry<String, QUser> f(Gadget g) throws Exception {"
                + "    var x = (User) null; Optional.of(x); return null; } }",
            IMPORTS + "class User {}");
    ResolutionTally tally = new ResolutionTally();
    MissingTypes missing = new MissingTypes(program);
    program
        .types()
        .forEach(type -> tally.add(new TypeNameResolution(program, missing).measure(type)));
    Resolution.Group names = tally.total();
    // Comparable, List, Override, Map.Entry, String, Exception, Optional; T is no name of a type.
    assertThat(names.main().of(Outcome.JDK)).isEqualTo(7);
    assertThat(names.main().of(Outcome.WORKSPACE)).isEqualTo(2);
    assertThat(names.unresolved())
        .extracting(Resolution.Unresolved::name, Resolution.Unresolved::direct)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("strange.lib.Gadget", 2L),
            org.assertj.core.groups.Tuple.tuple("com.acme.shop.QUser", 1L));
  }
}
