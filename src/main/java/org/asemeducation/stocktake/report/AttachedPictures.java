package org.asemeducation.stocktake.report;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.plan.InitiativeId;
import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.PictureSource;
import org.asemeducation.stocktake.update.UpdateKey;
import org.asemeducation.stocktake.update.files.AttachedFile;
import org.asemeducation.stocktake.update.files.ConsentItem;
import org.asemeducation.stocktake.update.files.PrintedPictures;
import org.asemeducation.stocktake.update.files.WithdrawnConsents;

import org.springframework.stereotype.Component;

/**
 * The pictures that coordinators attached, as the report names and prints them.
 */
@Component
class AttachedPictures implements PictureSource {

	private final PrintedPictures pictures;

	private final WithdrawnConsents consents;

	AttachedPictures(PrintedPictures pictures, WithdrawnConsents consents) {
		this.consents = consents;
		this.pictures = pictures;
	}

	/** Looks them up for a whole cycle, however many there are. */
	Lookup of(CycleName cycle) {
		Map<String, AttachedFile> files = this.pictures.of(cycle);
		Set<String> withdrawn = this.consents.of(cycle);
		return new Lookup() {
			@Override
			public boolean has(InitiativeId initiative, String file) {
				AttachedFile there = files.get(file);
				return there != null && there.initiative().equals(initiative.value());
			}

			@Override
			public boolean isWithdrawn(InitiativeId initiative, JsonNode item) {
				return withdrawn.contains(initiative.value() + " " + ConsentItem.of(item));
			}

			@Override
			public Optional<Picture> find(InitiativeId initiative, String file) {
				return Optional.ofNullable(files.get(file))
					.filter((it) -> has(initiative, file))
					.flatMap((it) -> Optional.ofNullable(it.print())
						.or(() -> AttachedPictures.this.pictures.find(new UpdateKey(cycle, initiative), file)))
					.map((it) -> new Picture(it.file(), it.type(), it.width(), it.height(), it.sha256()));
			}
		};
	}

	@Override
	public Optional<byte[]> read(Picture picture) {
		return this.pictures.bytes(picture.file());
	}

	/** What became of the files that texts name. */
	interface Lookup {

		boolean has(InitiativeId initiative, String file);

		boolean isWithdrawn(InitiativeId initiative, JsonNode item);

		Optional<Picture> find(InitiativeId initiative, String file);

	}

}
