package org.asemeducation.stocktake.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder with all that a Stocktake without other settings keeps. One running
 * Stocktake holds it, by a lock that the operating system ends with the process.
 */
final class DataFolder implements AutoCloseable {

	/** Closing any second channel on the lock file would end the lock of this process. */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	/** Far behind the text, since Windows lets nobody read a locked region. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

	private final Path path;

	private final FileChannel channel;

	private DataFolder(Path path, FileChannel channel) {
		this.path = path;
		this.channel = channel;
	}

	/**
	 * Takes the folder for this process and creates it where it is missing.
	 */
	static DataFolder claim(Path folder) {
		try {
			Path path = Files.createDirectories(folder).toRealPath();
			if (!HELD.add(path)) {
				throw new DataFolderHeldException(path, Long.toString(ProcessHandle.current().pid()));
			}
			try {
				return new DataFolder(path, lock(path));
			}
			catch (IOException | RuntimeException ex) {
				HELD.remove(path);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new EmbeddedDatabaseException(
					"Stocktake cannot write to its data folder %s (%s).".formatted(folder.toAbsolutePath().normalize(),
							ex),
					"Make the folder writable, or name another one with stocktake.data (STOCKTAKE_DATA).", ex);
		}
	}

	private static FileChannel lock(Path path) throws IOException {
		FileChannel channel = FileChannel.open(path.resolve("stocktake.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
		if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
			try (channel) {
				throw new DataFolderHeldException(path, read(channel));
			}
		}
		channel.truncate(0);
		channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
		return channel;
	}

	private static String read(FileChannel channel) throws IOException {
		ByteBuffer text = ByteBuffer.allocate(32);
		channel.read(text, 0);
		return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII).strip();
	}

	/**
	 * A file or folder in here.
	 */
	Path resolve(String name) {
		return this.path.resolve(name);
	}

	Path path() {
		return this.path;
	}

	@Override
	public void close() {
		try (this.channel) {
			HELD.remove(this.path);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
