package org.folkmoot.registry.keepup;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Looks for releases in a folder. */
@ApplicationScoped
class FolderLook implements Looks {

    private final Optional<Path> folder;
    private final Duration every;
    private final Optional<TakeFromShelf> take;

    FolderLook(KeepUpSettings settings, Runs runs, Clock clock) {
        this.folder = settings.folder().path();
        this.every = settings.folder().every();
        this.take = folder.map(
                path -> new TakeFromShelf(Source.FOLDER, new FolderShelf(path), settings.settle(), runs, clock));
    }

    @Override
    public Source source() {
        return Source.FOLDER;
    }

    @Override
    public boolean isConfigured() {
        return folder.isPresent();
    }

    @Override
    public String place() {
        return folder.map(Path::toString).orElse("");
    }

    @Override
    public Duration every() {
        return every;
    }

    @Override
    public void look() throws SourceFault {
        if (take.isPresent()) {
            take.get().look();
        }
    }
}
