package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The temporary files of one file that arrives. However it ends, they are gone
 * afterwards.
 */
final class Arrival implements AutoCloseable {

	static final String PREFIX = "stocktake-file-";

	private final String name;

	private final Path arrived;

	private final Path clean;

	private Arrival(String name, Path arrived, Path clean) {
		this.name = name;
		this.arrived = arrived;
		this.clean = clean;
	}

	static Arrival of(String name, Path folder) {
		try {
			return new Arrival(name, Files.createTempFile(folder, PREFIX, ".arrived"),
					Files.createTempFile(folder, PREFIX, ".clean"));
		}
		catch (IOException ex) {
			throw noRoom(name, ex);
		}
	}

	/**
	 * Takes the bytes in as they come.
	 * @param in the bytes
	 * @param most at most so many
	 * @return how many came
	 * @throws Refused when the connection breaks
	 */
	long receive(InputStream in, long most) {
		byte[] buffer = new byte[1 << 13];
		long length = 0;
		try (OutputStream out = Files.newOutputStream(this.arrived)) {
			for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
				length += read;
				if (length > most) {
					return length;
				}
				out.write(buffer, 0, read);
			}
		}
		catch (IOException ex) {
			throw noRoom(this.name, ex);
		}
		return length;
	}

	private int read(InputStream in, byte[] buffer) {
		try {
			return in.read(buffer);
		}
		catch (IOException ex) {
			throw Refused
				.conflict("“%s” did not arrive whole: the connection broke. Attach it again.".formatted(this.name));
		}
	}

	private static ResponseStatusException noRoom(String name, IOException why) {
		return new ResponseStatusException(HttpStatus.INSUFFICIENT_STORAGE,
				"There is no room for “%s” at the moment: try again later, and tell the secretariat.".formatted(name),
				why);
	}

	Path arrived() {
		return this.arrived;
	}

	Path clean() {
		return this.clean;
	}

	@Override
	public void close() {
		for (Path file : new Path[] { this.arrived, this.clean }) {
			try {
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				file.toFile().deleteOnExit();
			}
		}
	}

}
