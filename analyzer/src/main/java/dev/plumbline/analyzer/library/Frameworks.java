package dev.plumbline.analyzer.library;

import java.util.List;

/** The frameworks that library data may name as the one that reads an annotation or a type. */
public final class Frameworks {

  /** The words, sorted. */
  public static final List<String> ALL =
      List.of(
          "axon",
          "cdi",
          "dgs",
          "ejb",
          "feign",
          "graphql",
          "grpc",
          "guice",
          "jax-rs",
          "jax-ws",
          "jpa",
          "jsf",
          "junit",
          "lambda",
          "micronaut",
          "microprofile",
          "mybatis",
          "quarkus",
          "quartz",
          "resilience4j",
          "retrofit",
          "sa-token",
          "servlet",
          "shiro",
          "spring",
          "struts",
          "testng",
          "vertx",
          "websocket");

  private Frameworks() {}
}
