package org.asemeducation.stocktake.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A word that nobody guesses, for links and cookies. Tables keep its hash only.
 *
 * @param value 256 bits in letters that an address takes as they are
 */
public record RandomToken(String value) {

	private static final int BYTES = 32;

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * A new one.
	 * @return never the same twice
	 */
	public static RandomToken next() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new RandomToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * What a table keeps of it.
	 * @return SHA-256 in hexadecimal
	 */
	public String hash() {
		return hash(this.value);
	}

	/**
	 * The same for any text.
	 * @param text as somebody sent it
	 * @return SHA-256 in hexadecimal
	 */
	public static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "RandomToken";
	}

}
