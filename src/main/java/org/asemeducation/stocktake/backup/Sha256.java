package org.asemeducation.stocktake.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Checksums of files of any length.
 */
final class Sha256 {

	private Sha256() {
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java knows SHA-256.", ex);
		}
	}

	/**
	 * Reads a file to its end.
	 * @param file closed afterwards
	 * @return its checksum, hexadecimal
	 */
	static String of(InputStream file) throws IOException {
		try (DigestInputStream content = new DigestInputStream(file, digest())) {
			content.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(content.getMessageDigest().digest());
		}
	}

}
