package app;

import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.parser.ParserConfig;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AutoType {
  static {
    ParserConfig.getGlobalInstance().setAutoTypeSupport(true);
  }

  @PostMapping("/json")
  Object json(@RequestBody String text) {
    return JSON.parse(text); // want: unsafe-deserialization "JSON.parse"
  }
}
