package app;

import com.acme.wire.Packet;
import com.acme.wire.Wire;
import java.io.IOException;
import java.io.ObjectInputStream;
import javax.servlet.http.HttpServletRequest;

class Unknown {
  void run(HttpServletRequest request, Wire wire) throws IOException, ClassNotFoundException {
    // What a library that nobody knows makes of a stream is still the stream.
    new ObjectInputStream(wire.unpack(request.getInputStream())).readObject(); // want: unsafe-deserialization "readObject"
    wire.readObject(request.getInputStream());
  }

  void unknownSource(Packet packet) throws IOException, ClassNotFoundException {
    new ObjectInputStream(packet.open()).readObject();
  }
}
