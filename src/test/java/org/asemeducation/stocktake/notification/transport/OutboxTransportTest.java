package org.asemeducation.stocktake.notification.transport;

import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class OutboxTransportTest {

	@TempDir
	Path directory;

	@Test
	void aLookLeavesNothingBehind() throws Exception {
		// when
		new OutboxTransport(this.directory).check();
		// then
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void aLookWhereNothingCanBeWrittenSaysSo() throws Exception {
		// given
		Path file = Files.writeString(this.directory.resolve("file"), "in the way");
		// when, then
		assertThatThrownBy(() -> new OutboxTransport(file).check()).isInstanceOf(NotDeliveredException.class)
			.hasMessageContaining("nothing can be written to " + file);
	}

	@Test
	void aMailIsAFileThatSortsByTimeAndReadsBack() throws Exception {
		// given
		Path outbox = this.directory.resolve("made/on/demand");
		// when
		new OutboxTransport(outbox).send(Mails.to("desk@asef.example"));
		// then
		Path file = outbox.resolve("20230605T070100Z-desk@asef.example-12.eml");
		assertThat(files(outbox)).containsExactly(file);
		assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo("2023-06-05T07:01:00Z");
		try (InputStream in = Files.newInputStream(file)) {
			MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), in);
			assertThat(mail.getSubject()).isEqualTo("Please submit – by Friday");
			assertThat(mail.getMessageID()).isEqualTo("<mail-12-0123456789abcdef@stocktake.example.org>");
		}
	}

	@Test
	void onlyTheOwnerMayReadIt() throws Exception {
		// given
		assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
		// when
		new OutboxTransport(this.directory).send(Mails.to("desk@asef.example"));
		// then
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files(this.directory).get(0))))
			.isEqualTo("rw-------");
	}

	@Test
	void anAddressCannotLeaveTheOutbox() throws Exception {
		// when
		new OutboxTransport(this.directory).send(Mails.to("\"../../x\"@example.org"));
		// then
		assertThat(files(this.directory)).hasSize(1);
	}

	@Test
	void whatCannotBeWrittenIsSaidAndLeavesNothing() throws Exception {
		// given
		Path file = Files.createFile(this.directory.resolve("outbox"));
		// when, then
		assertThatThrownBy(() -> new OutboxTransport(file).send(Mails.to("desk@asef.example")))
			.isInstanceOf(NotDeliveredException.class)
			.hasMessageContaining("could not be written to " + file);
		assertThatThrownBy(() -> new OutboxTransport(this.directory).send(Mails.to("not an address")))
			.isInstanceOf(NotDeliveredException.class);
		assertThat(files(this.directory)).containsExactly(file);
	}

	@Test
	void aFullDiskLosesNoMailAndLeavesNoHalfOne() throws Exception {
		// given
		Configuration small = Configuration.unix().toBuilder().setBlockSize(512).setMaxSize(20_480).build();
		try (FileSystem disk = Jimfs.newFileSystem(small)) {
			Path outbox = Files.createDirectory(disk.getPath("/outbox"));
			Path fill = Files.write(disk.getPath("/others"), new byte[20_000]);
			OutboxTransport transport = new OutboxTransport(outbox);
			// when, then
			assertThatThrownBy(() -> transport.send(Mails.to("desk@asef.example")))
				.isInstanceOf(NotDeliveredException.class)
				.hasMessageContaining("out of disk space");
			assertThat(files(outbox)).isEmpty();
			// when there is room again
			Files.delete(fill);
			transport.send(Mails.to("desk@asef.example"));
			// then
			assertThat(files(outbox)).hasSize(1);
		}
	}

	private static List<Path> files(Path directory) throws Exception {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList();
		}
	}

}
