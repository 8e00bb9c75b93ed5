package dev.plumbline.analyzer.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** What a scan asks of the file system; tests answer instead where a real one cannot fail. */
interface FileTree {

  /** Entries of a directory in any order. */
  List<Path> children(Path directory) throws IOException;

  /** Of the entry itself, also when it is a link. */
  BasicFileAttributes attributes(Path entry) throws IOException;

  /** The disk. A directory is closed before its children are visited, so that depth is free. */
  FileTree DISK =
      new FileTree() {
        @Override
        public List<Path> children(Path directory) throws IOException {
          List<Path> children = new ArrayList<>();
          try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(children::add);
          } catch (DirectoryIteratorException e) {
            throw e.getCause();
          }
          return children;
        }

        @Override
        public BasicFileAttributes attributes(Path entry) throws IOException {
          return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        }
      };
}
