package org.asemeducation.stocktake.report.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Rights;
import org.asemeducation.stocktake.report.docx.DocxText;
import org.asemeducation.stocktake.report.pdf.PdfText;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Receipts, for the coordinators of the initiative and the secretariat.
 */
@Controller
@RequestMapping("/i/{cycle}/{initiative}/receipts")
class ReceiptPages {

	private static final MediaType WORD = MediaType
		.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private final Receipts receipts;

	private final PdfText pdf;

	private final DocxText docx;

	private final Rights rights;

	private final CurrentPerson current;

	ReceiptPages(Receipts receipts, PdfText pdf, DocxText docx, Rights rights, CurrentPerson current) {
		this.receipts = receipts;
		this.pdf = pdf;
		this.docx = docx;
		this.rights = rights;
		this.current = current;
	}

	@GetMapping("/{number}.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable String cycle, @PathVariable String initiative, @PathVariable int number)
			throws IOException {
		Receipt receipt = find(cycle, initiative, number);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.pdf.write(ReceiptComposition.of(receipt), file);
		return answer(receipt, "pdf", MediaType.APPLICATION_PDF, file.toByteArray());
	}

	@GetMapping("/{number}.docx")
	ResponseEntity<byte[]> docx(@PathVariable String cycle, @PathVariable String initiative, @PathVariable int number)
			throws IOException {
		Receipt receipt = find(cycle, initiative, number);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.docx.write(ReceiptComposition.of(receipt), file);
		return answer(receipt, "docx", WORD, file.toByteArray());
	}

	/** The bytes that the checksum is of. */
	@GetMapping("/{number}.json")
	ResponseEntity<byte[]> json(@PathVariable String cycle, @PathVariable String initiative, @PathVariable int number) {
		Receipt receipt = find(cycle, initiative, number);
		return answer(receipt, "json", MediaType.APPLICATION_JSON, CanonicalText.of(receipt.content()));
	}

	private Receipt find(String cycle, String initiative, int number) {
		UpdateKey key = UpdateKey.of(cycle, initiative);
		Person reader = this.current.get();
		if (!reader.isSecretariat() && !this.rights.mayWrite(reader.userId(), key.initiative().value())) {
			throw new AccessDeniedException(
					"Receipts are for those who coordinate %s, and for the secretariat.".formatted(key.initiative()));
		}
		return this.receipts.of(key, number)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no version %d of the update of %s.".formatted(number, key.initiative())));
	}

	private static ResponseEntity<byte[]> answer(Receipt receipt, String ending, MediaType type, byte[] file) {
		String name = "receipt-%s-%s-%d.%s".formatted(receipt.cycle(), receipt.initiative(), receipt.number(), ending);
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noCache().cachePrivate())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(file);
	}

}
