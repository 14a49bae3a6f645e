package org.asemeducation.stocktake.notification.bounce;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import org.asemeducation.stocktake.notification.reach.Mendings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Reads what has come to the mailbox since it was read last, and changes nothing there.
 * One message that cannot be read holds up none of the others.
 */
@Component
class BounceMailbox {

	private static final int CHUNK = 200;

	private static final String TEN_SECONDS = "10000";

	private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

	private final Bounces bounces;

	private final Progress progress;

	private final Mendings mendings;

	BounceMailbox(Bounces bounces, Progress progress, Mendings mendings) {
		this.bounces = bounces;
		this.progress = progress;
		this.mendings = mendings;
	}

	/**
	 * Reads all that is new.
	 * @param settings which mailbox
	 * @throws MessagingException when it cannot be reached
	 */
	void read(BounceSettings settings) throws MessagingException {
		try (Store store = session(settings).getStore(settings.protocol())) {
			store.connect(settings.host(), settings.port(), settings.user(), settings.password());
			try (Folder folder = store.getFolder(settings.folder())) {
				folder.open(Folder.READ_ONLY);
				read(settings.mailbox(), folder, (UIDFolder) folder);
			}
		}
		this.mendings.lookAfter();
	}

	private void read(String mailbox, Folder folder, UIDFolder uids) throws MessagingException {
		long validity = uids.getUIDValidity();
		long last = this.progress.last(mailbox, validity);
		Message[] fresh = uids.getMessagesByUID(last + 1, UIDFolder.LASTUID);
		for (int from = 0; from < fresh.length; from += CHUNK) {
			Message[] chunk = Arrays.copyOfRange(fresh, from, Math.min(fresh.length, from + CHUNK));
			FetchProfile kinds = new FetchProfile();
			kinds.add(FetchProfile.Item.CONTENT_INFO);
			kinds.add(UIDFolder.FetchProfileItem.UID);
			folder.fetch(chunk, kinds);
			for (Message message : chunk) {
				long uid = uids.getUID(message);
				if (uid > last) { // a server gives the last one even where there is none
									// after it
					parsed(message).ifPresent(this.bounces::note);
				}
			}
			this.progress.read(mailbox, validity, Math.max(last, uids.getUID(chunk[chunk.length - 1])));
		}
	}

	private static Optional<Bounce> parsed(Message message) {
		try {
			return BounceParser.parse(message);
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			log.warn("A message in the mailbox for bounces cannot be read and is left alone ({}).",
					ex.getClass().getSimpleName());
			return Optional.empty();
		}
	}

	private static Session session(BounceSettings settings) {
		Properties properties = new Properties();
		String prefix = "mail." + settings.protocol() + ".";
		for (String step : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			properties.setProperty(prefix + step, TEN_SECONDS);
		}
		properties.setProperty(prefix + "peek", "true");
		properties.setProperty(prefix + "starttls.enable", "true");
		properties.setProperty(prefix + "ssl.checkserveridentity", "true");
		return Session.getInstance(properties);
	}

}
