package org.folkmoot.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The credentials with which systems outside the platform sign in to Kafka: for each ICS one that its partners share, and one
 * of what passes on the NHS's notifications. What they may read and write the control plane says; here they are made, with
 * passwords that are kept like every other of the stack.
 */
final class PartnerCredentials {

    private final Kafka kafka;

    /** Whose credential it is. */
    enum Whose {
        PARTNERS,
        NHS;

        /** As the control plane calls whom it gives the rights to. */
        private String principal(String ics) {
            return switch (this) {
                case PARTNERS -> "ics-" + ics;
                case NHS -> "ics-" + ics + "-nhs";
            };
        }
    }

    PartnerCredentials(Kafka kafka) {
        this.kafka = kafka;
    }

    /** Makes sure that each of these ICSs has its credentials, with the passwords that they always had. */
    void ensure(List<String> icss) {
        kafka.provision(icss.stream()
                .flatMap(ics -> Stream.of(Whose.values()).map(whose -> whose.principal(ics)))
                .toList());
    }

    /** The settings with which a system signs in. */
    Map<String, Object> client(String ics, Whose whose) {
        return kafka.client(whose.principal(ics));
    }

    /** The same as the file that Kafka's clients read. */
    String asProperties(String ics, Whose whose) {
        Map<String, Object> client = client(ics, whose);
        return """
                # Kafka, for %1$s; docs/events.md says what can be read and written there.
                bootstrap.servers=%2$s
                security.protocol=%3$s
                sasl.mechanism=%4$s
                sasl.jaas.config=%5$s
                # %6$s
                """.formatted(
                        switch (whose) {
                            case PARTNERS -> "the own systems of the partners of " + ics;
                            case NHS -> "what passes on the NHS's notifications to " + ics;
                        },
                        client.get("bootstrap.servers"),
                        client.get("security.protocol"),
                        client.get("sasl.mechanism"),
                        client.get("sasl.jaas.config"),
                        switch (whose) {
                            case PARTNERS -> "The names of consumer groups begin with ics-" + ics + ".";
                            case NHS -> "It reads nothing.";
                        });
    }
}
