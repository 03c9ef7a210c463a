package org.folkmoot.http;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource's method that creates something: it takes place once per {@code Idempotency-Key}, however often the
 * request arrives.
 *
 * <p>The caller chooses the key (1 to 255 visible ASCII characters, best a UUID). Within a day, the same caller, method,
 * path and key get:
 *
 * <ul>
 *   <li>the first answer again, with the header {@code Idempotency-Replayed: true}, if the request is the same one;
 *   <li>422 {@code idempotency-key-reused} if its body or query is another;
 *   <li>409 {@code conflict} while the first request is still being worked on;
 *   <li>a fresh attempt if the first one failed on our side (5xx) or rolled back: it left nothing behind.
 * </ul>
 *
 * <p>The method runs in one transaction with the record of its answer, which the {@code @Transactional} use cases that
 * it calls join. So neither a crash nor a lost connection can leave an effect whose repetition would take place twice.
 * Consequences for the method: an exception means that nothing took place; a constraint that the database checks at
 * commit is seen only if the use case flushes; what is not in this database (a call to another system) is not undone
 * with it and must bear repetition.
 *
 * <p>The answer is kept for a day with its body, which is read back only for the same caller. What must not be kept
 * outside its own table (a patient's data) does not belong into the answer of a create: answer with {@code Location}
 * and {@code ETag} alone.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** The header that holds the key, where a standard has a name of its own for it. */
    @Nonbinding
    String header() default IdempotencyKey.HEADER;
}
