package app.tools;

import lombok.Builder;
import lombok.Value;
import lombok.With;

@Value
@Builder
class Conversion {
  String source;
  String format;
  @With int quality;
}
