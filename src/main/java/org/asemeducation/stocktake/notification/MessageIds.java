package org.asemeducation.stocktake.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.asemeducation.stocktake.engine.PublicUrl;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mail's Message-ID follows from its row alone, so that a mail that is sent again after
 * a crash is recognised as the same by the receiving side.
 */
@Component
class MessageIds {

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	MessageIds(JdbcClient jdbc, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
	}

	String of(long mail) {
		String row = this.jdbc
			.sql("select id || ' ' || recipient || ' ' || extract(epoch from queued_at)"
					+ " from mail where id = :mail")
			.param("mail", mail)
			.query(String.class)
			.single();
		return "<mail-%d-%s@%s>".formatted(mail, hash(row), this.publicUrl.host());
	}

	private static String hash(String row) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java has no SHA-256.", ex);
		}
	}

}
