package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How to run a program without the powers of root when this process has them: as root
 * without powers in a user namespace of its own, or else as nobody.
 *
 * @param prefix what to put before the command; empty when this process is not root
 * @param user the number of the user that files of the program belong to
 */
record Unprivileged(List<String> prefix, int user) {

	private static final Path SELF = Path.of("/proc/self");

	private static final int NOBODY = 65534;

	private static final Unprivileged NOT_ROOT = new Unprivileged(List.of(), -1);

	/** The one power that is left lets nobody reach a folder below one that is root's. */
	private static final List<String> AS_NOBODY = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY,
			"--clear-groups", "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override",
			"--bounding-set=-all,+dac_override", "--securebits=+no_setuid_fixup");

	private static final List<Unprivileged> WAYS_FOR_ROOT = List.of(new Unprivileged(List.of("unshare", "--user"), 0),
			new Unprivileged(AS_NOBODY, NOBODY));

	/**
	 * Finds a way that works on this machine.
	 * @param programs a folder it must be able to read
	 * @param folder a folder it must be able to write
	 */
	static Unprivileged ableToUse(Path programs, Path folder) throws IOException {
		if (!isRoot()) {
			return NOT_ROOT;
		}
		for (Unprivileged way : WAYS_FOR_ROOT) {
			if (way.works(programs, folder)) {
				return way;
			}
		}
		throw new EmbeddedDatabaseException(
				"PostgreSQL refuses to run as root, and neither unshare nor setpriv can take root's powers away for the folder %s."
					.formatted(folder),
				"Start Stocktake as another user, or give it a database with SPRING_DATASOURCE_URL.");
	}

	private static boolean isRoot() throws IOException {
		return Files.exists(SELF) && Objects.equals(Files.getAttribute(SELF, "unix:uid"), 0);
	}

	private boolean works(Path programs, Path folder) throws IOException {
		Stream<String> test = Stream.of("sh", "-c", "test -x \"$1/bin/postgres\" && test -w \"$2\"", "test",
				programs.toString(), folder.toString());
		try {
			return new ProcessBuilder(Stream.concat(this.prefix.stream(), test).toList()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (IOException ex) {
			return false; // no such program here
		}
	}

	/**
	 * Gives a folder with all that is in it to the user that the program will run as.
	 */
	void own(Path folder) throws IOException {
		if (this.user < 0 || Objects.equals(Files.getAttribute(folder, "unix:uid"), this.user)) {
			return;
		}
		try (Stream<Path> paths = Files.walk(folder)) {
			for (Path path : (Iterable<Path>) paths::iterator) {
				Files.setAttribute(path, "unix:uid", this.user, java.nio.file.LinkOption.NOFOLLOW_LINKS);
			}
		}
	}

}
