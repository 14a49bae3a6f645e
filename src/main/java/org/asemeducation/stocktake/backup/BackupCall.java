package org.asemeducation.stocktake.backup;

import java.nio.file.Path;
import java.util.List;

/**
 * What was asked for on the command line: one file.
 *
 * @param file where the backup is, or is to be
 */
record BackupCall(Path file) {

	/**
	 * Reads the arguments.
	 * @param command the command's name
	 * @param option the one option it takes
	 * @param arguments what follows the command's name
	 * @throws BackupRefused when it is anything but the option and a file
	 */
	static BackupCall of(String command, String option, List<String> arguments) {
		if (arguments.size() != 2 || !option.equals(arguments.get(0)) || arguments.get(1).isBlank()) {
			throw new BackupRefused("Call it as: %s %s FILE".formatted(command, option));
		}
		return new BackupCall(Path.of(arguments.get(1)));
	}

}
