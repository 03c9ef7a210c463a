package org.folkmoot.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The checkout's files, without what is built or kept beside them. */
final class Project {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".folkmoot", "node_modules");

    private Project() {}

    /** The root folder: the build gives it to every test. */
    static Path root() {
        String root = System.getProperty("folkmoot.root");
        if (root == null) {
            throw new IllegalStateException("the system property folkmoot.root must name the project's root folder");
        }
        return Path.of(root);
    }

    /** The files below the root of which the path relative to it, with slashes, is wanted; in the order of their names. */
    static List<Path> files(Predicate<String> wanted) {
        Path root = root();
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(root.relativize(file).toString().replace('\\', '/'))) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
