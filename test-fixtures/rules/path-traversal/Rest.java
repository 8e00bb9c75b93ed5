package app;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.commons.io.FileUtils;

@Path("/files")
class Rest {
  private static final File FOLDER = new File("/srv/files");

  @GET
  @Path("/{name}")
  public String read(@PathParam("name") String name) throws IOException {
    // want: path-traversal "FileUtils.readFileToString"
    return FileUtils.readFileToString(new File(FOLDER, name), "UTF-8");
  }

  @GET
  public byte[] query(@QueryParam("name") String name) throws IOException {
    return Files.readAllBytes(Paths.get("/srv", name)); // want: path-traversal "readAllBytes"
  }

  @POST
  public void write(@FormParam("name") String name, String body) throws IOException {
    Files.writeString(Paths.get("/srv/files", "upload.txt"), body + name);
  }

  @GET
  @Path("/page/{page}")
  public String page(@PathParam("page") int page) throws IOException {
    return FileUtils.readFileToString(new File(FOLDER, "page" + page), "UTF-8");
  }

  @GET
  @Path("/checked/{name}")
  public String checked(@PathParam("name") String name) throws IOException {
    File file = new File(FOLDER, name);
    if (!file.getCanonicalPath().startsWith(FOLDER.getCanonicalPath() + File.separator)) {
      return "";
    }
    return FileUtils.readFileToString(file, "UTF-8");
  }
}
