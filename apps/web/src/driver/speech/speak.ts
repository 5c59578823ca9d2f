/** Reads a sentence aloud; a phone without a voice stays silent. */
export function speak(sentence: string, language: string): void {
  if (!('speechSynthesis' in window)) return;
  const utterance = new SpeechSynthesisUtterance(sentence);
  utterance.lang = language;
  utterance.rate = 0.95;
  window.speechSynthesis.speak(utterance);
}
