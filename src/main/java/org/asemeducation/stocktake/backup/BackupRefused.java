package org.asemeducation.stocktake.backup;

/**
 * Nothing was backed up or restored, and nothing has changed; the message says why in a
 * sentence, and what to do.
 */
final class BackupRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BackupRefused(String sentence) {
		super(sentence);
	}

	BackupRefused(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
