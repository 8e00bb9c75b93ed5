package app;

import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.parser.Feature;
import com.alibaba.fastjson.parser.ParserConfig;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.PolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.springframework.kafka.support.serializer.JsonDeserializer;

class Mappers {
  void jackson() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enableDefaultTyping(); // want: polymorphic-json-typing "ObjectMapper.enableDefaultTyping reads objects of every class"
    mapper.enableDefaultTyping(ObjectMapper.DefaultTyping.NON_FINAL); // want: polymorphic-json-typing "reads objects of every class"
    mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance); // want: polymorphic-json-typing "reads objects of every class"
    mapper.activateDefaultTyping(mapper.getPolymorphicTypeValidator()); // want: polymorphic-json-typing "reads objects of every class"
    mapper.activateDefaultTyping(validator());
    mapper.activateDefaultTyping(
        BasicPolymorphicTypeValidator.builder().allowIfSubType("com.acme.").build());
    mapper.activateDefaultTyping(
        BasicPolymorphicTypeValidator.builder()
            .allowIfBaseType(Object.class) // want: polymorphic-json-typing "allows every class"
            .build());
    JsonMapper.builder().polymorphicTypeValidator(validator()).build();
    org.springframework.security.jackson2.SecurityJackson2Modules.enableDefaultTyping(mapper);
    new ObjectMapper();
  }

  private static PolymorphicTypeValidator validator() {
    return BasicPolymorphicTypeValidator.builder().allowIfBaseType(Shape.class).build();
  }

  void fastjson(String text) {
    ParserConfig.getGlobalInstance().setAutoTypeSupport(true); // want: polymorphic-json-typing "setAutoTypeSupport(true) reads objects of every class"
    ParserConfig.getGlobalInstance().setAutoTypeSupport(false);
    JSON.parseObject(text, Object.class, Feature.SupportAutoType); // want: polymorphic-json-typing "objects of the class that the text names"
    JSON.parseObject(text, Shape.class);
    JSON.parseObject(text, Shape.class, Feature.OrderedField);
  }

  void messages(JsonDeserializer<Object> deserializer, ActiveMQConnectionFactory factory) {
    deserializer.addTrustedPackages("*"); // want: polymorphic-json-typing "reads objects of every class"
    deserializer.addTrustedPackages("com.acme.events");
    factory.setTrustAllPackages(true); // want: polymorphic-json-typing "reads objects of every class"
    factory.setTrustAllPackages(false);
  }
}

class Envelope {
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  private Object payload; // want: polymorphic-json-typing "Envelope.payload takes objects of whatever class the text names"

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  private Object named;

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  private Shape shape;
}

@JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
@JsonSubTypes(@JsonSubTypes.Type(Circle.class))
interface Shape {}

record Circle(double radius) implements Shape {}
