package org.folkmoot.neighbourhood.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * Whether resources keep R4 and the profiles of UK Core that they say they keep, as the validator of HL7 finds without asking
 * anybody. Terminologies that are not in the profiles (SNOMED CT) are not looked into.
 */
public final class Conformance {

    /** Made when it is first asked, and by the class loader that can. */
    private static final class Held {
        private static final FhirValidator VALIDATOR = validator();
    }

    private Conformance() {}

    /** What is wrong with a resource. */
    public static List<String> complaints(String resource) {
        return Held.VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    /**
     * The same, asked from within Quarkus. One of the validator's libraries brings a copy of a class of the platform, which its
     * class loader would prefer; the JVM's own does not.
     */
    @SuppressWarnings("unchecked")
    public static List<String> complaintsOutsideOfQuarkus(String resource) {
        ClassLoader outside = ClassLoader.getSystemClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader inside = thread.getContextClassLoader();
        thread.setContextClassLoader(outside);
        try {
            return (List<String>) outside.loadClass(Conformance.class.getName())
                    .getMethod("complaints", String.class)
                    .invoke(null, resource);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(inside);
        }
    }

    private static FhirValidator validator() {
        FhirContext fhir = FhirContext.forR4();
        var profiles = new PrePopulatedValidationSupport(fhir);
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/ukcore"))) {
            for (Path file : files.sorted().toList()) {
                profiles.addResource(fhir.newXmlParser().parseResource(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fhir.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(fhir),
                        profiles,
                        new InMemoryTerminologyServerValidationSupport(fhir),
                        new CommonCodeSystemsTerminologyService(fhir),
                        new SnapshotGeneratingValidationSupport(fhir))));
    }
}
