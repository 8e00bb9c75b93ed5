package app.streams;

import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageListener;
import javax.jms.ObjectMessage;
import javax.jms.TextMessage;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Orders {
  @PostMapping("/orders")
  Object order(@RequestBody byte[] bytes) throws Exception {
    return Reader.read(bytes);
  }

  @PostMapping("/checked")
  Object checked(@RequestBody byte[] bytes) throws Exception {
    return Reader.readChecked(bytes);
  }
}

class Listener implements MessageListener {
  @Override
  public void onMessage(Message message) {
    try {
      if (message instanceof ObjectMessage objects) {
        accept(objects.getObject()); // want: unsafe-deserialization "ObjectMessage.getObject"
      } else if (message instanceof TextMessage text) {
        accept(text.getText());
      }
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  private void accept(Object body) {}
}
