package org.folkmoot.portal.frame;

import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.ProblemException;

/**
 * Loads the parts of a page side by side, each on a thread of its own. What a part needs to know of the person goes with
 * it as a value ({@link org.folkmoot.portal.session.Visit}); a part knows nothing of the request.
 */
@ApplicationScoped
public class Panels {

    /** A part that is being loaded. */
    public static final class Loading<T> {

        private final Future<Reply<T>> answer;

        private Loading(Future<Reply<T>> answer) {
            this.answer = answer;
        }

        /** Waits for the part. */
        public Panel<T> panel() {
            return Panel.of(reply());
        }

        /**
         * Waits for the reply itself.
         *
         * @throws ProblemException if there is no such service: then there is no such page
         */
        public Reply<T> reply() {
            try {
                return answer.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ProblemException refusal) {
                    throw refusal;
                }
                throw new IllegalStateException("a part of the page could not be made", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** What all of them answer, in their order; or the first refusal or silence. */
    public static <T> Reply<List<T>> all(List<Loading<T>> loading) {
        var answers = new ArrayList<T>();
        for (Loading<T> one : loading) {
            Reply<T> reply = one.reply();
            if (!(reply instanceof Reply.Given<T>(T answer, var tag, var location))) {
                return reply.map(none -> List.of());
            }
            answers.add(answer);
        }
        return new Reply.Given<>(List.copyOf(answers), Optional.empty(), Optional.empty());
    }

    private final ExecutorService threads;

    Panels(@VirtualThreads ExecutorService threads) {
        this.threads = threads;
    }

    /** Begins to load a part. */
    public <T> Loading<T> load(Supplier<Reply<T>> question) {
        return new Loading<>(threads.submit(question::get));
    }
}
