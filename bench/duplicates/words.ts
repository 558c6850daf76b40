const list = (words: string) => words.split(' ')

/** Invented people's names: common first. */
export const bali = {
  order: list('WAYAN MADE NYOMAN KETUT PUTU KADEK KOMANG GEDE NENGAH'),
  womensOrder: list('WAYAN MADE NYOMAN KETUT LUH KADEK KOMANG PUTU NENGAH'),
  castes: ['GUSTI', 'GUSTI NGURAH', 'DEWA', 'ANAK AGUNG', 'IDA BAGUS', 'COKORDA', 'NGAKAN', 'SANG'],
  womensCastes: ['GUSTI AYU', 'DESAK', 'ANAK AGUNG ISTRI', 'IDA AYU', 'COKORDA ISTRI', 'SANG AYU'],
  middle: list(
    'AGUS EKA ADI SURYA DWI TRI BAGUS ARYA INDRA YOGA RAI OKA ALIT BUDI DARMA KRISNA RAMA BAYU ANOM DIAH SRI YUNI AYU CANDRA PUSPA',
  ),
  last: list(
    'SUDIARTA SUARDANA SUPARTA WIJAYA SUTAMA SUDARMA SUKERTA SUJANA WIRAWAN SUASTIKA PARWATA DARMAWAN MAHENDRA ARTAWAN SUWITRA WIDNYANA SUKARTA ' +
      'SUBAWA SUARTIKA MERTA ADNYANA SUTEJA PUTRA ARNAWA WIBAWA SUYASA SUADNYANA MUDITA ASTAWA GUNARTA SUGIARTA KARIASA ARDIKA SUMERTA WIRATA ' +
      'SUPARTAMA YASA MUSTIKA SUDANA RATNAYA SUMADI RIANTA SUDIRA PASEK PANDE TIRTA LABA JAPA KARSA WARDANA NURJAYA PRADNYA SUNARTA TEGEH DARSANA',
  ),
  womensLast: list(
    'SUARTINI SUKERTI SUARNI ASTITI SUDIARTI WATI LESTARI RATNADI PADMI SUWECI MURNIATI SUDARMI WARDANI PARWATI ARIANI SUMIATI NOVIANTI PUSPITA ' +
      'WIDIASIH ADNYANI ARINI SULASTRI MERTINI SUCIATI SUMERTI ARTINI SUTARI KARTINI RESI TIRTAWATI YULIANTI ASTINI MULIATI SUARSINI SUTRI NIRMALA ' +
      'BUDIANI DARMIASIH SRINADI SUKASIH PURNAMI WINDARI SASTRI NILAWATI DEWANTI ARYANI INDRAYANI SANTI SULATRI RATIH CANDRI MEGAWATI DARWATI',
  ),
}

export const sunda = {
  men: list(
    'ASEP AHMAD MUHAMMAD DEDI UJANG AGUS DADANG IWAN CECEP ENDANG RUDI HENDRA YUSUF ABDUL DENI EMAN MAMAN AJAT SAEPUL NANA JAJANG UDIN ADE ATANG ' +
      'KOSIM ODING WAWAN TATANG ENTIS RAHMAT BUDI EKO JOKO SLAMET NARDI KARTA WARMAN SARIP AMIN NAMIN ROJALI MARJUKI NEMAN JAYADI OMO AEP EDI UUS IMAM FAJAR',
  ),
  women: list(
    'SITI NENG EUIS NUR IIS YANI RINI DEWI TITIN LILIS ENTIN AISYAH SRI IMAS TETI NANI ELIS IDA KOKOM WIWIN AAN ROHANI ANAH CUCU ENOK ONIH MIMIN ' +
      'YETI RATNA FITRI JUJU OOM ENUNG UNAH SARNI RASIH WARSINAH DARSIH CARTI KARSEM TARSINI AMINAH ENI YATI ROS MARNI OCOH SUMI TUTI MAYA',
  ),
  mensLast: list(
    'HIDAYAT SAPUTRA SUPRIADI GUNAWAN SETIAWAN FIRMANSYAH KURNIAWAN MULYANA RAMDANI PERMANA NUGRAHA SUHERMAN RUSMANA ISKANDAR SOLIHIN JUNAEDI ' +
      'KOMARUDIN SAEPUDIN SUTISNA SURYANA HERMAWAN WAHYUDIN ROHMAN HAKIM FAUZI PRATAMA SOBARI MAULANA NURJAMAN APANDI SURYADI SOPIAN ROSADI YUSUP ' +
      'TARMIDI BAEHAKI MUSTOPA SANUSI ROSYID ANWAR SUPENDI KARYANA DARMAWAN ATMAJA SUBARNA WIGUNA ROHENDI JAMALUDIN KADIR NAWAWI ZAKARIA RIDWAN',
  ),
  womensLast: list(
    'ROHMAH NURJANAH FATIMAH SUSANTI LESTARI HASANAH MARYATI KOMARIAH NURHAYATI AMINAH ROHAYATI PUSPITASARI YULIANTI SOLIHAH HALIMAH ROSMIATI ' +
      'JUBAEDAH SADIAH KURNIASIH HANDAYANI RAHMAWATI LATIFAH SUKAESIH NINGSIH MARIAM SAODAH NURAENI HOERIAH MASITOH JULAEHA ROSITA MARLINA KARTINI ' +
      'SURYATI APRIYANI WULANDARI SUMARNI KARTIKA MUTIARA AGUSTINA OKTAVIANI PERTIWI SUMIATI SULASTRI RUKMINI ROKAYAH UMAMAH ROBIAH ZAHRA ANGGRAENI',
  ),
}

/** A name and how hurried hands shorten or spell it. */
export const shortForms: Readonly<Record<string, readonly string[]>> = {
  WAYAN: ['WYN', 'WY.'],
  MADE: ['MD', 'MD.'],
  NYOMAN: ['NYM', 'NYM.'],
  KETUT: ['KT', 'KT.'],
  PUTU: ['PT', 'PT.'],
  KADEK: ['KDK'],
  KOMANG: ['KMG'],
  GEDE: ['GD', 'GDE'],
  NENGAH: ['NNGH'],
  LUH: ['LH'],
  GUSTI: ['GST', 'GST.'],
  NGURAH: ['NGR'],
  COKORDA: ['COK', 'TJOK.'],
  DEWA: ['DW'],
  MUHAMMAD: ['M.', 'MOCH.', 'MUH', 'MOHAMAD'],
  AHMAD: ['ACHMAD', 'AKHMAD'],
  SITI: ['ST.', 'STI'],
  NUR: ['NOER', 'NOR'],
  ABDUL: ['ABD.', 'ABDOEL'],
}

/** Letters written otherwise by old or local habit. */
export const spellings: readonly (readonly [string, string])[] = [
  ['U', 'OE'],
  ['J', 'DJ'],
  ['C', 'TJ'],
  ['I', 'Y'],
  ['F', 'P'],
  ['D', 'DH'],
  ['T', 'TH'],
  ['K', 'Q'],
  ['W', 'V'],
  ['Z', 'J'],
  ['S', 'SS'],
]

/** English-language people, as in public test sets. */
export const english = {
  men: list(
    'james william jack joshua thomas lachlan matthew benjamin samuel nicholas daniel ethan liam harrison jacob ryan cooper noah luke alexander dylan robert charles anthony mitchell',
  ),
  women: list(
    'emily chloe jessica sophie isabella olivia ella georgia hannah sarah lucy charlotte grace mia ruby amelia zoe lily madison elizabeth katherine holly caitlin alannah bronte',
  ),
  nicknames: {
    james: 'jim',
    william: 'bill',
    robert: 'bob',
    thomas: 'tom',
    benjamin: 'ben',
    samuel: 'sam',
    elizabeth: 'liz',
    katherine: 'kate',
    nicholas: 'nick',
    matthew: 'matt',
  },
  surnames: list(
    'white smith clarke campbell ryan webb reid green morrison mason matthews nguyen jolly burford dixon hughes lowe bishop crook pascoe tilley lodge howie ' +
      'noble colquhoun hewitt wilde berry kranz dent mcgrath whiteway coleman beams bowerman goldsworthy macdonald hobson carbone vincent rudd eglinton painter',
  ),
  streets: list(
    'hawkesbury dumas chapple wagga bugden kitchener medley torres mawson barton goyder lampard sheehan tewksbury ashburton barrier chippindall clianthus',
  ),
  kinds: list('street place crescent circuit close avenue drive court'),
  suburbs: list(
    'toowoomba frankston lismore bendigo kogarah hamilton granville marsden nowra orange dubbo ballarat noosa epping rockdale leura woonona',
  ),
  states: list('nsw vic qld sa wa tas act'),
} as const
