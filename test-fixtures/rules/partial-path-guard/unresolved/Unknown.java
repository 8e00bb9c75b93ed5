package app;

import com.acme.storage.Attachment;
import com.acme.storage.Location;

class Unknown {
  boolean own(Attachment attachment, Location folder) {
    // A type that nobody knows: the names of its methods say enough here …
    // want: partial-path-guard "lets paths beside"
    return attachment.file().getCanonicalPath().startsWith("/srv/files");
  }

  boolean text(Attachment attachment, Location folder) {
    // … and here they do not.
    return attachment.path().startsWith(folder.path())
        || attachment.name().toString().startsWith(folder.toString())
        || attachment.path().getPath().startsWith("/srv/files");
  }
}
