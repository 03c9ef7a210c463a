package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.ledger.CheckpointKeys;
import org.folkmoot.ledger.CheckpointSigner;
import org.folkmoot.tenancy.CurrentTenant;

/** The key of the current ICS with which its checkpoints are signed; made when it is needed first. */
@ApplicationScoped
class SigningKeys {

    private final DataSource database;
    private final Sealing sealing;
    private final CurrentTenant tenant;
    private final Clock clock;

    SigningKeys(DataSource database, Sealing sealing, CurrentTenant tenant, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.tenant = tenant;
        this.clock = clock;
    }

    /**
     * A public key.
     *
     * @param id its name in checkpoints
     * @param pem the key as a PEM file has it (X.509)
     */
    record Published(String id, String pem) {}

    /** Signs for the ICS. */
    CheckpointSigner signer() {
        return new CheckpointSigner(find().orElseGet(this::make), clock);
    }

    /** The public half, for whoever verifies; empty while no ballot has needed one. */
    Optional<Published> published() {
        return find().map(KeyPair::getPublic).map(key -> new Published(CheckpointKeys.idOf(key), pem(key)));
    }

    /** The public keys that a checkpoint of the ICS can be signed with; none while no ballot has needed one. */
    List<PublicKey> verifying() {
        return find().map(KeyPair::getPublic).stream().toList();
    }

    private Optional<KeyPair> find() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, public_key, sealed from signing_key where tenant_id = folkmoot.current_tenant()");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            KeyFactory ed25519 = KeyFactory.getInstance("Ed25519");
            return Optional.of(new KeyPair(
                    ed25519.generatePublic(new X509EncodedKeySpec(row.getBytes("public_key"))),
                    ed25519.generatePrivate(new PKCS8EncodedKeySpec(
                            sealing.open(row.getBytes("sealed"), belonging(row.getString("id")))))));
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("the signing key cannot be read", e);
        }
    }

    /** Two replicas that make one at once: the index lets one of them stand, and both take that. */
    private KeyPair make() {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into signing_key (tenant_id, id, public_key, sealed, made_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?) on conflict do nothing
                        """)) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String id = CheckpointKeys.idOf(pair.getPublic());
            insert.setString(1, id);
            insert.setBytes(2, pair.getPublic().getEncoded());
            insert.setBytes(3, sealing.seal(pair.getPrivate().getEncoded(), belonging(id)));
            insert.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException | GeneralSecurityException e) {
            throw new IllegalStateException("a signing key cannot be made", e);
        }
        return find().orElseThrow();
    }

    private String belonging(String id) {
        return "signing-key/" + tenant.require().id() + "/" + id;
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
