package org.folkmoot.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The way to the mail server: a connection for each mail, since one that was kept and has died unseen swallows a mail. It
 * knows how far each came, so that what broke off before the mail itself went out is not lost.
 */
@ApplicationScoped
class MailServer {

    private static final String UTF_8 = "UTF-8";

    private final MailSettings settings;
    private final Clock clock;
    private final Session session;

    MailServer(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        String patience = Long.toString(settings.patience().toMillis());
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail.smtp." + wait, patience);
        }
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls() != StartTls.DISABLED));
        properties.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(settings.startTls() == StartTls.REQUIRED));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // What was taken over is taken over, whatever is said to the good-bye.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Hands a mail over; what hindered it, or empty if the server has taken it. */
    Optional<Failure> hand(Mail mail) {
        Envelope envelope;
        try {
            envelope = envelope(mail);
        } catch (AddressException e) {
            return Optional.of(Failure.REFUSED);
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail cannot be written", e);
        }
        SMTPTransport server = server();
        try {
            server.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
        } catch (MessagingException e) {
            return Optional.of(Failure.AWAY);
        }
        try {
            server.sendMessage(envelope, envelope.getAllRecipients());
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(Failure.of(e, envelope.underWay));
        } finally {
            close(server);
        }
    }

    private SMTPTransport server() {
        try {
            return (SMTPTransport) session.getTransport("smtp");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("the mail client is not whole", e);
        }
    }

    private static void close(SMTPTransport server) {
        try {
            server.close();
        } catch (MessagingException ignored) {
            // The mail is taken or not: how the connection ends says nothing of it.
        }
    }

    private Envelope envelope(Mail mail) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(mail.plain(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        var envelope = new Envelope(session);
        envelope.setFrom(settings.from());
        envelope.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        envelope.setSubject(mail.subject(), UTF_8);
        envelope.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        envelope.setHeader("Auto-Submitted", "auto-generated");
        envelope.setContent(new MimeMultipart("alternative", plain, html));
        envelope.saveChanges();
        return envelope;
    }

    /** A mail as it goes out. It knows whether that has begun. */
    private static final class Envelope extends MimeMessage {

        private boolean underWay;

        Envelope(Session session) {
            super(session);
        }

        @Override
        public void writeTo(OutputStream server, String[] ignored) throws IOException, MessagingException {
            underWay = true;
            super.writeTo(server, ignored);
        }
    }
}
