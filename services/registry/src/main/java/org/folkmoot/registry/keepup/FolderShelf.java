package org.folkmoot.registry.keepup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A folder of folders. Links are not followed: what is taken lies here. */
record FolderShelf(Path folder) implements Shelf {

    /** What a file system keeps for itself at its root. */
    private static final String NOBODYS = "lost+found";

    @Override
    public List<String> names() throws SourceFault {
        try {
            return children(folder).stream()
                    .filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .map(FolderShelf::name)
                    .filter(name -> !isPassedOver(name) && !name.equals(NOBODYS))
                    .toList();
        } catch (IOException e) {
            throw new SourceFault("The folder cannot be read: " + e.getClass().getSimpleName() + ".", e);
        }
    }

    @Override
    public Bundle bundle(String name) throws SourceFault {
        try {
            var files = new ArrayList<Laid>();
            var passedOver = new StringBuilder();
            for (Path each : children(folder.resolve(name))) {
                BasicFileAttributes is =
                        Files.readAttributes(each, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                var file = new Laid(name(each), is.size(), is.lastModifiedTime().toString());
                if (isPassedOver(file.name())) {
                    passedOver.append(file).append('\n');
                } else if (is.isRegularFile()) {
                    files.add(file);
                }
            }
            return new Bundle(name, List.copyOf(files), passedOver.toString());
        } catch (IOException | InvalidPathException e) {
            throw new SourceFault(
                    "%s cannot be read: %s.".formatted(name, e.getClass().getSimpleName()), e);
        }
    }

    @Override
    public void copy(Bundle bundle, Laid file, Path target) throws SourceFault, IOException {
        Path source;
        try {
            source = folder.resolve(bundle.name()).resolve(file.name());
        } catch (InvalidPathException e) {
            throw new SourceFault(bundle.name() + " has a file whose name cannot be read.", e);
        }
        try (var in = Files.newInputStream(source, LinkOption.NOFOLLOW_LINKS);
                var out = Files.newOutputStream(target)) {
            Bounded.copy(in, out, file.size());
        } catch (NoSuchFileException e) {
            throw new SourceFault("The file " + file.name() + " has gone while it was read.", e);
        }
    }

    private static List<Path> children(Path of) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(of)) {
            var all = new ArrayList<Path>();
            children.forEach(all::add);
            all.sort(Comparator.comparing(FolderShelf::name));
            return all;
        } catch (DirectoryIteratorException e) {
            throw new IOException("the folder breaks off", e);
        }
    }

    /** Names that begin with a point are nobody's release. */
    private static boolean isPassedOver(String name) {
        return name.startsWith(".");
    }

    private static String name(Path of) {
        return String.valueOf(of.getFileName());
    }
}
