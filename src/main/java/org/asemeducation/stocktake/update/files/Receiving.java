package org.asemeducation.stocktake.update.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Receives a file and looks at it, whatever it is attached to. No connection to the
 * database waits for a slow line.
 */
@Component
class Receiving {

	private final FileSettings settings;

	private final Checking checking;

	private final Semaphore arriving;

	Receiving(FileSettings settings, Checking checking) {
		this.settings = settings;
		this.checking = checking;
		this.arriving = new Semaphore(settings.atOnce());
	}

	/**
	 * Receives one.
	 * @param name a plain name
	 * @param announced how many bytes are to come; -1 when nobody says
	 * @param in the bytes
	 * @param keep what is done with it while it lies there
	 * @return what {@code keep} answers
	 * @throws Refused when it is none of those that are taken, too large, or did not
	 * arrive whole
	 */
	<T> T receive(String name, long announced, InputStream in, Function<CheckedFile, T> keep) {
		requireSize(name, announced);
		if (!this.arriving.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE,
					"Many files are arriving at the moment: “%s” is tried again by itself.".formatted(name));
		}
		try (Arrival arrival = Arrival.of(name, this.settings.place())) {
			requireSize(name, arrival.receive(in, this.settings.largest().toBytes()));
			return keep.apply(check(name, arrival));
		}
		finally {
			this.arriving.release();
		}
	}

	private CheckedFile check(String name, Arrival arrival) {
		try {
			return this.checking.check(name, arrival.arrived(), arrival.clean());
		}
		catch (NotTaken ex) {
			throw refused("“%s” is not attached: %s".formatted(name, ex.getMessage()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void requireSize(String name, long length) {
		long most = this.settings.largest().toBytes();
		if (length > most) {
			throw refused(
					"“%s” is not attached: it is larger than %s, the most that a file may have. Make it smaller, or put it on the web and give its address."
						.formatted(name, megabytes(most)));
		}
	}

	static String megabytes(long bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / (double) (1 << 20)).replace(".0 ", " ");
	}

	static Refused refused(String sentence) {
		return Refused.invalid(sentence, List.of(new Problem("file", sentence)));
	}

}
