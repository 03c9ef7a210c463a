package org.folkmoot.registry.keepup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where releases are laid down, a folder for each. */
interface Shelf {

    /** In a release's folder: the sums of its files, as {@code sha256sum} writes them. With it a release is whole or is not. */
    String SUMS = "SHA256SUMS";

    /** A gigabyte, as much as may be handed in. */
    long LARGEST = 1L << 30;

    int MOST_FILES = 1_000;

    /**
     * A file that lies there.
     *
     * @param mark alters when its content does: its time, its tag
     */
    record Laid(String name, long size, String mark) {}

    /**
     * A folder that lies there.
     *
     * @param files those that are in it and in no folder below
     * @param mark alters when what is passed over does: a file that is under way has a name of that kind
     */
    record Bundle(String name, List<Laid> files, String mark) {

        long size() {
            return files.stream().mapToLong(Laid::size).sum();
        }
    }

    /**
     * The names of the folders that lie there now, in their order.
     *
     * @throws SourceFault when they cannot be seen
     */
    List<String> names() throws SourceFault;

    /**
     * A folder as it is now.
     *
     * @throws SourceFault when it cannot be seen
     */
    Bundle bundle(String name) throws SourceFault;

    /**
     * Copies a file.
     *
     * @throws SourceFault when it has gone, or is longer than it was
     * @throws IOException when there is no room for the copy
     */
    void copy(Bundle bundle, Laid file, Path target) throws SourceFault, IOException;
}
