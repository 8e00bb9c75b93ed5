package dev.plumbline.analyzer.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallbacksTest {

  /** Kind, channel, method and sources or events of each. */
  private static List<String> callbacks(String... files) {
    return Backends.of(files).callbacks().all().stream()
        .map(
            each ->
                each.kind()
                    + " "
                    + each.channel()
                    + " "
                    + each.method().map(method -> method.name()).orElse("-")
                    + " "
                    + (each.sourcesConstant() ? each.sources() : "?")
                    + (each.events().isEmpty() ? "" : " " + each.events()))
        .toList();
  }

  @Test
  void schedulesOfSeveralFrameworks() {
    assertThat(
            callbacks(
                "package p; import org.springframework.scheduling.annotation.*; class A {"
                    + " static final String NIGHTLY = \"0 0 3 * * ?\";"
                    + " @Scheduled(cron = NIGHTLY) void a() {}"
                    + " @Scheduled(fixedRate = 1000 * 60) void b() {}"
                    + " @Scheduled(fixedDelayString = \"${wait}\", timeUnit ="
                    + " java.util.concurrent.TimeUnit.SECONDS) void c() {}"
                    + " @Schedules({@Scheduled(cron = \"x\"), @Scheduled(fixedDelay = 5)})"
                    + " void d() {} }",
                "package p; class B { @io.quarkus.scheduler.Scheduled(every = \"10s\") void a() {}"
                    + " @com.xxl.job.core.handler.annotation.XxlJob(\"sync\") void b() {}"
                    + " @javax.ejb.Schedule(hour = \"3\", minute = \"0\") void c() {} }",
                "package p; class C implements org.quartz.Job {"
                    + " public void execute(org.quartz.JobExecutionContext c) {} }"))
        .containsExactly(
            "TIME @Scheduled a [cron 0 0 3 * * ?]",
            "TIME @Scheduled b [every 60000 ms]",
            "TIME @Scheduled c [${wait} after the last run]",
            "TIME @Schedules d [cron x, 5 ms after the last run]",
            "TIME @Scheduled a [every 10s]",
            "TIME @XxlJob b [by name sync]",
            "TIME @Schedule c [minute 0, hour 3]",
            "TIME Job execute []");
  }

  @Test
  void aJobOfSpringBatchIsWhatItsBeanMethodMakes() {
    assertThat(
            callbacks(
                "package p; import org.springframework.batch.core.*;"
                    + " import org.springframework.context.annotation.Bean; class A {"
                    + " @Bean Job closeOfBusiness() { return null; }"
                    + " @Bean Step load() { return null; }"
                    + " Job helper() { return null; } }"))
        .containsExactly("TIME batch Job closeOfBusiness []");
  }

  @Test
  void messagesOfSeveralBrokers() {
    assertThat(
            callbacks(
                "package p; class A { static final String T = \"orders\";"
                    + " @org.springframework.kafka.annotation.KafkaListener(topics = {T, \"x\"})"
                    + " void kafka(String s) {}"
                    + " @org.springframework.amqp.rabbit.annotation.RabbitListener(queuesToDeclare ="
                    + " @org.springframework.amqp.rabbit.annotation.Queue(\"q\")) void rabbit() {}"
                    + " @org.springframework.jms.annotation.JmsListener(destination = Gone.NAME)"
                    + " void jms() {} }",
                "package p; @org.apache.rocketmq.spring.annotation.RocketMQMessageListener(topic ="
                    + " \"t\", consumerGroup = \"g\") class B implements"
                    + " org.apache.rocketmq.spring.core.RocketMQListener<String> {"
                    + " public void onMessage(String s) {} }",
                "package p; import javax.websocket.*; @javax.websocket.server.ServerEndpoint(\"/c\")"
                    + " class C { @OnMessage void on(String s) {} }"))
        .containsExactly(
            "MESSAGE kafka kafka [orders, x]",
            "MESSAGE rabbit rabbit [q]",
            "MESSAGE jms jms ?",
            "MESSAGE rocketmq - [t]",
            "MESSAGE websocket - [/c]");
  }

  @Test
  void eventsByParameterByElementAndByTypeArgument() {
    assertThat(
            callbacks(
                "package p; class Sent {} class Paid {}",
                "package p; import org.springframework.context.event.EventListener; class A {"
                    + " @EventListener void a(Sent s) {}"
                    + " @EventListener({Sent.class, Paid.class}) void b() {} }",
                "package p; class B implements org.springframework.context.ApplicationListener<Paid>"
                    + " { public void onApplicationEvent(Paid p) {} }",
                "package p; class C { void on(@javax.enterprise.event.Observes Sent s) {} }"))
        .containsExactly(
            "EVENT event a [] [Sent]",
            "EVENT event b [] [Sent, Paid]",
            "EVENT ApplicationListener onApplicationEvent [] [Paid]",
            "EVENT event on [] [Sent]");
  }

  @Test
  void lookAlikesOfTheProjectAreNone() {
    assertThat(
            callbacks(
                "package p; @interface Scheduled { String cron(); } @interface KafkaListener {}",
                "package p; interface Job { void execute(); }",
                "package p; class A implements Job { @Scheduled(cron = \"x\") void a() {}"
                    + " @KafkaListener void b() {} public void execute() {} }"))
        .isEmpty();
  }
}
